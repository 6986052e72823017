export const filters = {
  // The filters
  "filters.title": "Filters",
  "filters.close": "Close the filters",
  "filters.lead": "What is ticked is kept; where nothing is ticked, everything is.",
  "filters.none": "Everything is shown.",
  "filters.remove": "Remove filter",
  "filters.nothing": "Nothing to choose from yet",
  "filters.classes": "Kind",
  "filters.families": "Relation",
  "filters.modalities": "Status",
  "filters.holders": "Held by",
  "filters.holders.hint":
    "“The report”, here by its title: said in its own voice. Anybody else: the report says that they hold it.",
  "filters.sections": "Section",
  "filters.certainties": "Dates",
  "filters.sure.certain": "surely within these days",
  "filters.sure.possible": "possibly within them",
  "filters.sure.unknown": "date not told",
  "filters.time": "Time",
  "filters.years": "Years",
  "filters.from": "From",
  "filters.to": "To",
  "filters.asAt": "As at",
  "filters.dates": "A year, month or day: 2006, 2006-09, 2006-09-14.",
  "filters.date.faulty": "Write a year, month or day: 2006, 2006-09, 2006-09-14.",
  "filters.certain":
    "Of the relations shown, {certain} surely fall into these days and {possible} possibly; for {unknown} the report doesn't tell, and they stay.",
  "filters.evidence": "The filters hide {hidden, plural, one {# more statement} other {# more statements}}.",
  "filters.evidence.show": "Show them too",
  "filters.evidence.all":
    "All of them; the filters would hide {hidden, plural, one {# statement} other {# statements}}.",
  "filters.evidence.hide": "Keep to the filters",
} as const;
