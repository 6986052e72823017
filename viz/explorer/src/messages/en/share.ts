export const share = {
  // The share panel
  "share.open": "Share",
  "share.link": "Link to this view",
  "share.link.hint": "Opens the same view with its entities, places and filters, for whoever reaches this service.",
  "share.link.long": "It has {count, number} characters: send it as a file where a program cuts it off.",
  "share.empty": "Put something on the graph to take it along as a diagram, embed it or cite it.",
  "share.diagram": "The graph as a diagram",
  "share.title": "Title of the diagram",
  "share.title.none": "Named after its entities",
  "share.exact.graph":
    "Each file shows exactly the entities and relations that you see, at the same places, with legend and sources; slides that couldn’t be read are split, and their parts arranged anew.",
  "share.exact.other":
    "Each file shows the entities and relations of the graph at their places on it, with legend and sources.",
  "share.exact.arranged": "Each file shows the entities and relations that the filters leave, with legend and sources.",
  "share.diagram.timeline": "The timeline as a diagram",
  "share.exact.timeline":
    "Each file tells the dated statements that you see by their years, with status, holder and sources. The list below the timeline has them as a table, in Word and PDF.",
  "share.many.timeline":
    "A timeline as a file holds at most {most} statements, and here {count, plural, =0 {none has a date} one {# has a date} other {# have a date}}. Filters, or entities on the graph, choose them.",
  "share.matrix":
    "These files draw the entities of the graph as rows and columns, with the relations between them where these meet.",
  "share.other": "These files draw what stands on the graph, not the view that is open now.",
  "share.saving": "The file is being made…",
  "share.saved": "Saved: {name}",
  "share.hidden": "Filters hide every entity of the graph.",
  "share.many":
    "A diagram holds at most {most} entities with all relations between them, and the graph shows {count}. Take some away or filter their kinds to have one.",
  "share.embed": "Embed it in a page",
  "share.embed.all": "Any site may embed it.",
  "share.embed.sites": "These sites may embed it beside this service's own pages: {sites}",
  "share.embed.none":
    "In other pages this stays an empty frame until whoever runs this service allows their site (setting frame_ancestors). The file “.html” above works in any page without that.",
  "share.cite": "Cite its sources",
  "share.cite.paragraphs": "{count, plural, one {para. {numbers}} other {paras. {numbers}}}",
  "share.cite.between": ", ",
  "share.cite.reports": "; ",
} as const;
