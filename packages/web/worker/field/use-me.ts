import type { StaffMe } from '@suban/domain/api.ts';
import { useEffect } from 'react';
import { keepMe } from '../../ui/staff/kept-me.ts';
import { useStaff } from '../../ui/staff/session.ts';

/**
 * Who works in the field; from here on this phone knows them without a network.
 * @throws Error outside of the desk's frame, which nobody passes unknown
 */
export function useMe(): StaffMe {
  const { staff } = useStaff();
  if (!staff) throw new Error('nobody is signed in');
  useEffect(() => {
    keepMe(staff);
  }, [staff]);
  return staff;
}
