"use strict";
// Draws the charts of a page from the JSON beside them. The table next to each says the same, so a
// chart is hidden from screen readers; its columns open the records behind them, as the table's numbers do.

(function () {
  // Dark and light enough to be told apart without colour, each 3:1 against paper; the second is hatched as well.
  const COLOURS = ["#0f6072", "#c8701a"];
  const INK = "#55656f";
  const ROW = 30;
  const HATCH = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0.785, color: "rgba(255, 255, 255, .55)" };

  // Large numbers as Chinese readers group them: 1.2万, 3亿.
  const grouped = function (value) {
    if (Math.abs(value) >= 1e8) return Number((value / 1e8).toFixed(2)) + "亿";
    if (Math.abs(value) >= 1e4) return Number((value / 1e4).toFixed(2)) + "万";
    return String(value);
  };

  const axes = function (data, across) {
    const names = {
      type: "category",
      data: data.labels,
      inverse: across,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "#c0cbd1" } },
      axisLabel: { color: INK, interval: across ? 0 : "auto", width: across ? 110 : null, overflow: "truncate" },
    };
    const values = {
      type: "value",
      minInterval: data.unit === "%" ? null : 1,
      max: data.unit === "%" ? 100 : null,
      interval: data.unit === "%" ? 25 : null,
      splitNumber: 4,
      axisLabel: { color: INK, formatter: grouped },
      splitLine: { lineStyle: { color: "#ebf0f2" } },
    };
    return across ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  };

  const options = function (data) {
    const across = data.shape === "across";
    const several = data.series.length > 1;
    return Object.assign(axes(data, across), {
      animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      color: COLOURS,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 16, top: several ? 36 : 12, bottom: 4, containLabel: true },
      legend: several ? { top: 0, right: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: INK } } : undefined,
      // Tooltips as HTML would need inline styles, which the content-security policy refuses.
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        axisPointer: { type: data.shape === "line" ? "line" : "shadow" },
        valueFormatter: function (value) { return value === null || value === undefined ? "不适用" : value + data.unit; },
      },
      series: data.series.map(function (series, place) {
        return {
          name: series.name,
          type: data.shape === "line" ? "line" : "bar",
          data: series.values,
          barMaxWidth: 18,
          barGap: "20%",
          symbolSize: 7,
          lineStyle: { width: 2.5, type: place ? "dashed" : "solid" },
          itemStyle: place ? { decal: HATCH } : {},
          cursor: series.links.some(Boolean) ? "pointer" : "default",
          label: { show: across, position: "right", color: INK },
        };
      }),
    });
  };

  const draw = function (holder) {
    const source = document.getElementById(holder.dataset.chart);
    if (!source || window.echarts.getInstanceByDom(holder)) return;
    const data = JSON.parse(source.textContent);
    if (data.shape === "across") holder.style.height = data.labels.length * ROW + 40 + "px";
    const chart = window.echarts.init(holder);
    chart.setOption(options(data));
    chart.on("click", function (event) {
      const link = data.series[event.seriesIndex].links[event.dataIndex];
      if (link) window.location.assign(link);
    });
  };

  const holders = function (root) {
    return Array.from(root.querySelectorAll("[data-chart]"));
  };

  holders(document).forEach(draw);
  document.body.addEventListener("htmx:afterSettle", function () { holders(document).forEach(draw); });
  window.addEventListener("resize", function () {
    holders(document).forEach(function (holder) {
      const chart = window.echarts.getInstanceByDom(holder);
      if (chart) chart.resize();
    });
  });
})();
