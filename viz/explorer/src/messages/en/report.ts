export const report = {
  "report.none": "This dataset holds no report.",
  "report.gone": "Not in this dataset: “{id}”. The report is shown from its beginning.",
  "report.pages": "Pages of the report",
  "report.before": "The {count} before",
  "report.after": "The next {count}",
  "report.text":
    "The report’s Chinese text, on which every statement rests; below each paragraph our working translation of the passages that statements rest on, which isn’t the official English version. […] stands for words that no statement rests on.",
  "report.section": "Section",
  "report.paragraph": "Paragraph",
  "report.front": "Cover and summary",
  "report.covered": "{percent} % in statements",
  "report.graph": "Show its graph",
  "report.pick": "Choose",
  "report.graph.picked":
    "Show the graph of {count, plural, one {the # chosen paragraph} other {the # chosen paragraphs}}",
  "report.pick.none": "Choose none",
  "report.cite": "Copy “{cited}”",
} as const;
