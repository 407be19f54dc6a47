import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDark } from '../../ui/staff/theme.tsx';

register([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** A colour of the design, by its token: `ink('brand')` is what `var(--brand)` is here and now. */
export type Ink = (token: string) => string;

type Props = {
  /** What a reader who cannot see the chart is told. */
  readonly label: string;
  readonly option: (ink: Ink) => EChartsCoreOption;
  readonly className: string;
  /** Told which series and which place on the axis was clicked; the same must be within the keyboard's reach elsewhere. */
  readonly onPick?: ((series: number, index: number) => void) | undefined;
};

/** A chart in the colours of its surroundings, drawn again when they turn light or dark. */
export function Chart({ label, option, className, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const dark = useDark();
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) pick.current?.(seriesIndex, dataIndex);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!host.current) return;
    const style = getComputedStyle(host.current);
    const aria = { enabled: true, label: { enabled: true, description: label } };
    chart.current?.setOption(
      { ...option((token) => style.getPropertyValue(`--${token}`).trim()), aria },
      true,
    );
  }, [label, option, dark]);

  return <div ref={host} className={className} />;
}
