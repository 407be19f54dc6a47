import type { MapFigures, MapShapes } from '@suban/domain/api-figures.ts';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { useGo } from '../kit/navigation.tsx';
import { count } from '../kit/numbers.ts';
import { breaksOf, shadeOf } from './classes.ts';
import { filtersOf, type Measure } from './filters.ts';
import type { Cell } from './cell.ts';
import { type Direction, draw, neighbour } from './geometry.ts';
import { Legend } from './legend.tsx';
import { districtOf, shortIn } from './names.ts';
import { mapWords } from './words.ts';

type Figures = MapFigures['cells'][number];
type Props = { readonly shapes: MapShapes; readonly figures: MapFigures; readonly measure: Measure };

const nothing = { open: 0, red: 0, filed30: 0 };
const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const path = (corners: Cell['corners']) =>
  `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/** The city in hexagons, one a subdistrict. One stop for the Tab key; arrows go from cell to cell, Enter to its cases. */
export function CityMap({ shapes, figures, measure }: Props) {
  const lang = useLanguage();
  const t = useText(mapWords);
  const go = useGo();
  const drawing = useMemo(() => draw(shapes, 1000, 24), [shapes]);
  const byUnit = useMemo(() => new Map(figures.cells.map((cell) => [cell.unit, cell])), [figures]);
  const breaks = useMemo(() => breaksOf(figures.cells.map((cell) => cell[measure])), [figures, measure]);
  const [stop, setStop] = useState(drawing.cells[0]?.unit);
  const [shown, setShown] = useState<Cell | null>(null);
  const links = useRef(new Map<number, { focus: () => void }>());
  const of = (cell: Cell): Pick<Figures, Measure> => byUnit.get(cell.unit) ?? nothing;
  const says = (cell: Cell) => {
    const { open, red, filed30 } = of(cell);
    return t.cellSays(
      nameIn(lang, cell),
      nameIn(lang, districtOf(cell)),
      count(lang, open),
      count(lang, red),
      count(lang, filed30),
    );
  };
  const step = (event: KeyboardEvent, cell: Cell) => {
    const direction = arrows[event.key];
    if (!direction) return;
    event.preventDefault();
    const next = neighbour(drawing.cells, cell, direction);
    if (next) links.current.get(next.unit)?.focus();
  };
  const open = (event: MouseEvent, cell: Cell) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ to: '/cases', search: filtersOf(cell, measure, figures.period) });
  };
  return (
    <figure className={`m-map is-${measure}`}>
      <div
        className="m-map-frame"
        style={{ '--ratio': drawing.width / drawing.height } as React.CSSProperties}
      >
        <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={t.map}>
          {drawing.cells.map((cell) => (
            <a
              key={cell.unit}
              ref={(link) => {
                if (link) links.current.set(cell.unit, link);
                else links.current.delete(cell.unit);
              }}
              href={`/command/cases?${new URLSearchParams(filtersOf(cell, measure, figures.period))}`}
              className={`m-cell shade-${shadeOf(of(cell)[measure], breaks)}`}
              tabIndex={cell.unit === stop ? 0 : -1}
              aria-label={says(cell)}
              onFocus={() => {
                setStop(cell.unit);
                setShown(cell);
              }}
              onBlur={() => setShown(null)}
              onMouseEnter={() => setShown(cell)}
              onMouseLeave={() => setShown(null)}
              onKeyDown={(event) => step(event, cell)}
              onClick={(event) => open(event, cell)}
            >
              <path d={path(cell.corners)} />
              <text x={cell.centre[0]} y={cell.centre[1] - 2} className="m-cell-name">
                {shortIn(lang, cell)}
              </text>
              <text x={cell.centre[0]} y={cell.centre[1] + 14} className="m-cell-number">
                {count(lang, of(cell)[measure])}
              </text>
            </a>
          ))}
          {drawing.districts.map(({ id, outline, label, ...named }) => (
            <g key={id} className="m-district" aria-hidden>
              <path d={outline} />
              <text x={label[0]} y={label[1] + 4}>
                {shortIn(lang, named)}
              </text>
            </g>
          ))}
        </svg>
        {shown && (
          <p
            className="m-map-tip"
            aria-hidden
            style={{
              left: `clamp(13rem, ${(shown.centre[0] / drawing.width) * 100}%, 100% - 13rem)`,
              top: `${(shown.centre[1] / drawing.height) * 100}%`,
            }}
          >
            {says(shown)}
          </p>
        )}
      </div>
      <Legend breaks={breaks} title={t.measure[measure]} />
    </figure>
  );
}
