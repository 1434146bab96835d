import { BarChart, FunnelChart, HeatmapChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendScrollComponent, LegendPlainComponent, TooltipComponent, VisualMapContinuousComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, FunnelChart, HeatmapChart, LineChart, PieChart, ScatterChart, GridComponent, LegendPlainComponent, LegendScrollComponent, TooltipComponent, VisualMapContinuousComponent, SVGRenderer]);

/** The parts of the charting library that are used here; nothing else of it is fetched. */
export const begin = init;
