import type { MapFigures, UnitScores } from '@suban/domain/api-figures.ts';
import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { measures } from '@suban/domain/indicators/counting.ts';
import { unitName } from '../appeal/names.ts';
import type { Services } from '../platform/services.ts';
import { openBy, redByArea, runningLights, totals } from '../figures/store.ts';
import { rates } from './today.ts';

const period = 30 * day;

/** Each first-line unit's last 30 days. The reader groups them in bands of like kind and size. */
export async function readUnitScores(services: Services): Promise<UnitScores> {
  const reference = services.reference();
  const now = services.clock();
  const list = await totals(services.database, 'unit', measures, now - period, now + hour);
  const open = new Map((await openBy(services.database, 'unit')).map(({ key, n }) => [key, n]));
  const running = await services.database.scoped('all', (tx) =>
    runningLights(tx, now, reference.settings.yellowAt),
  );
  const lights = new Map(running.map((each) => [each.unit, each]));
  const byUnit = Map.groupBy(list, ({ key }) => key);
  // Whoever is first line, and whoever else was given work.
  const units = [...reference.units.values()].filter((unit) => unit.firstLine || byUnit.has(String(unit.id)));
  return {
    items: units.map((unit) => {
      const own = byUnit.get(String(unit.id)) ?? [];
      const sum = (measure: string) =>
        own.reduce((total, each) => (each.measure === measure ? total + each.n : total), 0);
      const indicators = rates(own);
      return {
        unit: unitName(reference, unit.id),
        level: unit.level,
        kind: unit.kind,
        open: open.get(String(unit.id)) ?? 0,
        red: lights.get(unit.id)?.red ?? 0,
        yellow: lights.get(unit.id)?.yellow ?? 0,
        dispatched30: sum('dispatched'),
        closed30: sum('answered'),
        onTime: indicators['on-time'],
        solved: indicators.solved,
        satisfied: indicators.satisfied,
        sendBack: indicators['send-back'],
      };
    }),
  };
}

/** What the map colours: by subdistrict. */
export async function readMap(services: Services): Promise<MapFigures> {
  const reference = services.reference();
  const now = services.clock();
  const filed = new Map(
    (await totals(services.database, 'area', ['filed'], now - period, now + hour)).map(({ key, n }) => [
      key,
      n,
    ]),
  );
  const open = new Map((await openBy(services.database, 'area')).map(({ key, n }) => [key, n]));
  const red = new Map(
    (await services.database.scoped('all', (tx) => redByArea(tx, now))).map(({ area, n }) => [area, n]),
  );
  return {
    cells: [...reference.cells.keys()].map((id) => {
      const { name, nameEn } = unitName(reference, id);
      return {
        unit: id,
        name,
        nameEn,
        open: open.get(String(id)) ?? 0,
        filed30: filed.get(String(id)) ?? 0,
        red: red.get(id) ?? 0,
      };
    }),
  };
}
