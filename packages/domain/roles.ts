/** The roles of a city (RULEBOOK §9). `citizen` and `system` are actors too, but no staff account holds them. */
export const staffRoles = [
  'operator',
  'dispatcher',
  'arbitrator',
  'receiver',
  'handler',
  'leader',
  'call-back',
  'supervisor',
  'knowledge-editor',
  'knowledge-approver',
  'analyst',
  'auditor',
  'system-admin',
  'security-admin',
  'inspector',
  'mayor',
  // 值班室: hears of what cannot wait, day and night.
  'duty-officer',
] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Role = StaffRole | 'citizen' | 'system';
