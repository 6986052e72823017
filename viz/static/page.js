// What holds the page together: selection, language, filter, keyboard.

function select(chosen, from = null) {
  state.selected = chosen;
  if (chosen && chosen.kind === 'node') state.walker = chosen.id;
  else if (chosen) {
    const { from: start, to: end } = edges.get(chosen.id);
    if (from) state.walker = from;
    else if (![start, end].includes(state.walker)) state.walker = start;
  }
  restyle();
  showPanel(select);
  if (chosen) bringIntoView(chosen.kind === 'node' ? [chosen.id] : [edges.get(chosen.id).from, edges.get(chosen.id).to]);
}

function refilter() {
  const { selected } = state;
  const gone = selected && (selected.kind === 'node' ? isNodeHidden(nodes.get(selected.id)) : isEdgeHidden(edges.get(selected.id)));
  if (gone) state.selected = null;
  restyle();
  showPanel(select);
  showFiltered(refilter);
  showTable(select);
}

function showLanguage(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = `${words(diagram.title)} · Migov`;
  byId('title').textContent = words(diagram.title);
  document.querySelectorAll('[data-message]').forEach((place) => { place.textContent = message(place.dataset.message, place.dataset); });
  document.querySelectorAll('[data-label]').forEach((place) => place.setAttribute('aria-label', message(place.dataset.label)));
  document.querySelectorAll('[data-en]').forEach((place) => { place.textContent = place.dataset[language]; });
  replaceContent(byId('languages'), LANGUAGES.map((one) => element('button', {
    type: 'button', lang: one, 'aria-pressed': String(one === language), onclick: () => {
      showLanguage(one);
      byId('languages').querySelector(`[lang=${one}]`).focus();
    },
  }, diagram.messages.language[one])));
  replaceContent(byId('zoom'), [['zoom_in', '+', () => zoom(1.25)], ['zoom_out', '−', () => zoom(0.8)], ['zoom_fit', '⤢', showEverything]]
    .map(([key, sign, act]) => element('button', { type: 'button', 'aria-label': message(key), title: message(key), onclick: act }, sign)));
  byId('words').textContent = diagram.description[language];
  showSearch(select);
  showLegend(refilter);
  showPanel(select);
  showTable(select);
  // Twice: lines end at the cards' borders, whose new sizes the first drawing finds out.
  stage.network.redraw();
  stage.network.redraw();
}

function step(list, current, by) {
  const at = list.indexOf(current);
  return at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[(at + by + list.length) % list.length];
}

function walkNodes(by) {
  const list = diagram.nodes.filter((node) => !isNodeHidden(node)).map((node) => node.id);
  if (list.length) select({ kind: 'node', id: step(list, state.selected ? state.walker : null, by) });
}

function walkEdges(by) {
  if (!state.walker) return;
  const list = edgesOf(state.walker).map((edge) => edge.id);
  const current = state.selected && state.selected.kind === 'edge' ? state.selected.id : null;
  if (list.length) select({ kind: 'edge', id: step(list, current, by) }, state.walker);
}

const KEYS = {
  ArrowRight: () => walkNodes(1),
  ArrowLeft: () => walkNodes(-1),
  ArrowDown: () => walkEdges(1),
  ArrowUp: () => walkEdges(-1),
  Enter: () => {
    if (state.selected && state.selected.kind === 'edge') {
      select({ kind: 'node', id: otherEnd(edges.get(state.selected.id), state.walker) });
    }
  },
  Escape: () => select(null),
  '+': () => zoom(1.25),
  '=': () => zoom(1.25),
  '-': () => zoom(0.8),
  0: showEverything,
};

makePicture((chosen) => select(chosen));
showLanguage(state.language);
restyle();
byId('picture').addEventListener('keydown', (event) => {
  const act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((list) => { list.open = true; }));
document.documentElement.dataset.ready = 'true';
