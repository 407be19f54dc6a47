import type { MapFigures, MapShapes } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { CaseLink, CountLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { Loaded, Nothing } from '../kit/loaded.tsx';
import { cityQuery, mapFiguresQuery, mapShapesQuery } from '../kit/queries.ts';
import { type Column, Table, useSort } from '../kit/table.tsx';
import { useTicks } from '../kit/ticks.ts';
import { CityMap } from './city-map.tsx';
import { filtersOf, mapMeasures, type Measure } from './filters.ts';
import { districtOf, shortIn } from './names.ts';
import { hasWebGl } from './web-gl.ts';
import { mapWords } from './words.ts';

// Heavy, and only for this page.
const VectorMap = lazy(async () => ({ default: (await import('./vector-map.tsx')).VectorMap }));

/** On a phone the names would lie over one another; there one begins with the drawing, which is scrolled sideways. */
const isWide = () => matchMedia('(min-width: 700px)').matches;

type View = 'vector' | 'schematic';

export function MapPage() {
  const t = useText(mapWords);
  const shapes = useQuery(mapShapesQuery);
  const figures = useQuery(mapFiguresQuery);
  const city = useQuery(cityQuery);
  const [measure, setMeasure] = useState<Measure>('open');
  const [canDraw] = useState(hasWebGl);
  const [view, setView] = useState<View>(canDraw && isWide() ? 'vector' : 'schematic');
  useTicks(['map-figures']);
  return (
    <>
      <header className="m-head">
        <h1>{t.title}</h1>
        <div className="m-head-tools">
          <span id="colour-by" className="m-soft">
            {t.colourBy}
          </span>
          <Segmented
            aria-labelledby="colour-by"
            value={measure}
            onChange={setMeasure}
            options={mapMeasures.map((value) => ({ value, label: t.measure[value] }))}
          />
          {canDraw && (
            <Segmented
              aria-label={t.views}
              value={view}
              onChange={setView}
              options={(['vector', 'schematic'] as const).map((value) => ({ value, label: t.view[value] }))}
            />
          )}
        </div>
      </header>
      <Loaded query={shapes} rows={10}>
        {(shown) => (
          <Loaded query={figures} rows={10}>
            {(known) =>
              shown.features.length === 0 ? (
                <Nothing>{t.noShapes}</Nothing>
              ) : (
                <div className="m-map-page">
                  <Card
                    title={t.measure[measure]}
                    hint={view === 'schematic' ? t.schematic : t.zoomable}
                    area="map"
                  >
                    {view === 'schematic' ? (
                      <CityMap shapes={shown} figures={known} measure={measure} />
                    ) : (
                      <Suspense fallback={<Skeleton active paragraph={{ rows: 12 }} />}>
                        <VectorMap
                          shapes={shown}
                          figures={known}
                          measure={measure}
                          tiles={city.data?.tiles ?? null}
                        />
                      </Suspense>
                    )}
                  </Card>
                  <Card title={t.table} area="table">
                    <AreaTable shapes={shown} figures={known} />
                  </Card>
                </div>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

type Row = MapFigures['cells'][number] & { readonly district: string };

/** The same numbers in rows: for sorting, and for who cannot see the map. */
function AreaTable({ shapes, figures }: { readonly shapes: MapShapes; readonly figures: MapFigures }) {
  const lang = useLanguage();
  const t = useText(mapWords);
  const districts = new Map(
    shapes.features.map(({ properties }) => [properties.unit, shortIn(lang, districtOf(properties))]),
  );
  const rows: Row[] = figures.cells.map((cell) => ({ ...cell, district: districts.get(cell.unit) ?? '' }));
  const columns: readonly Column<Row>[] = [
    {
      key: 'area',
      title: t.area,
      by: (row) => shortIn(lang, row),
      cell: (row) => <CaseLink filters={{ area: String(row.unit) }}>{shortIn(lang, row)}</CaseLink>,
    },
    { key: 'district', title: t.district, by: (row) => row.district, cell: (row) => row.district },
    ...mapMeasures.map(
      (measure): Column<Row> => ({
        key: measure,
        title: t.measure[measure],
        numeric: true,
        by: (row) => row[measure],
        cell: (row) => (
          <CountLink
            n={row[measure]}
            filters={filtersOf(row, measure, figures.period)}
            alarming={measure === 'red'}
          />
        ),
      }),
    ),
  ];
  const sorting = useSort(columns, { key: 'open', up: false });
  return (
    <Table caption={t.table} columns={columns} rows={rows} rowKey={({ unit }) => unit} sorting={sorting} />
  );
}
