// The legend of what occurs, each entry a switch that hides it.

function showLegend(refilter) {
  const group = (key, entries, sample, hidden) =>
    element('div', { class: 'group', role: 'group', 'aria-labelledby': `legend-${key}` },
      element('p', { id: `legend-${key}` }, message(key)),
      element('div', {}, Object.entries(entries).map(([id, entry]) =>
        element('label', { title: words(entry.comment) },
          element('input', { type: 'checkbox', checked: !hidden.has(id), onchange: ({ target }) => {
            if (target.checked) hidden.delete(id); else hidden.add(id);
            refilter();
          } }),
          sample(id), element('span', {}, words(entry.label)), element('span', { class: 'count' }, String(entry.count))))));
  replaceContent(byId('legend'),
    element('h3', { class: 'unseen' }, message('legend')),
    group('classes', diagram.classes, glyphSample, state.hiddenClasses),
    group('modalities', diagram.modalities, lineSample, state.hiddenModalities),
    Object.keys(diagram.changes).length ? group('changes', diagram.changes, changeSample, state.hiddenChanges) : null,
    group('families', diagram.families, () => null, state.hiddenFamilies),
    yearFilter(refilter),
    diagram.limited ? element('p', { class: 'limited' }, message('limited')) : null,
    element('p', { id: 'filtered', role: 'status' }));
  showFiltered(refilter);
}

function showFiltered(refilter) {
  const hiddenNodes = diagram.nodes.filter(isNodeHidden).length;
  const hiddenEdges = diagram.edges.filter(isEdgeHidden).length;
  const none = state.hiddenClasses.size + state.hiddenModalities.size + state.hiddenFamilies.size + state.hiddenChanges.size === 0
    && state.years.from === null && state.years.to === null;
  replaceContent(byId('filtered'), none ? null : `${message('hidden', { nodes: hiddenNodes, edges: hiddenEdges })} `,
    none ? null : element('button', { type: 'button', onclick: () => {
      state.hiddenClasses.clear();
      state.hiddenModalities.clear();
      state.hiddenFamilies.clear();
      state.hiddenChanges.clear();
      state.years = { from: null, to: null };
      showLegend(refilter);
      refilter();
      byId('legend').querySelector('input').focus();
    } }, message('show_all')));
}
