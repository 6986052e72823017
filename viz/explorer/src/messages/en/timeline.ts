export const timeline = {
  // The timeline
  "timeline.chart":
    "Timeline. Left and right arrow keys walk to the statement before and after in its lane, up and down through the rows, Enter opens the evidence. The list below holds the same.",
  "timeline.counts":
    "{dated, plural, =0 {No statement has} one {# statement has} other {# statements have}} a date. Listed below: {current, plural, one {# that holds} other {# that hold}} at the time of the report, {undated, plural, one {# without a date} other {# without a date}}.",
  "timeline.beside":
    "{count, plural, one {# more dated statement is} other {# more dated statements are}} about what stands on the canvas and something else.",
  "timeline.beside.show": "Show them too",
  "timeline.counts.possible":
    "{possible, plural, one {# of those dated falls} other {# of those dated fall}} only possibly into the time chosen.",
  "timeline.through": "Nothing that the filters let through has a date.",
  "timeline.limited": "The first {shown} of {total} are drawn; the list below holds them all.",
  "timeline.possibly": "Only possibly in the time chosen.",
  "timeline.lanes": "Lanes",
  "timeline.lanes.class": "Kind",
  "timeline.lanes.entity": "What is spoken of",
  "timeline.lanes.modality": "Status",
  "timeline.lanes.holder": "Held by",
  "timeline.zoom": "Scale",
  "timeline.key.day": "on that day",
  "timeline.key.within": "at some time within",
  "timeline.key.unsure": "uncertain or about that time",
  "timeline.key.days": "from day to day",
  "timeline.key.open": "from then on, no end given",
  "timeline.key.related": "underlined: about an entity that is chosen",
  "timeline.list": "The same as a list ({count})",
  "timeline.current": "At the time of the report, without another date ({count})",
  "timeline.undated": "Without a date ({count})",
  "timeline.list.limited": "The first {shown} of {total}.",
} as const;
