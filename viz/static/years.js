// The filter by year: what the report dates wholly outside the years is hidden, what it doesn't date stays.

const outside = (years) => Boolean(years) && (
  (state.years.from !== null && years[1] !== null && years[1] < state.years.from)
  || (state.years.to !== null && years[0] !== null && years[0] > state.years.to));

function yearFilter(refilter) {
  if (!diagram.years) return null;
  const [first, last] = diagram.years;
  const field = (key) => element('label', {}, message(`years_${key}`),
    element('input', { type: 'number', min: first, max: last, step: 1, id: `years-${key}`, value: state.years[key], placeholder: key === 'from' ? first : last,
      'aria-describedby': 'years-help', oninput: ({ target }) => {
        state.years[key] = /^\d{4}$/.test(target.value) ? Number(target.value) : null;
        refilter();
      } }));
  return element('div', { class: 'group years', role: 'group', 'aria-labelledby': 'legend-years' },
    element('p', { id: 'legend-years' }, message('years')),
    element('div', {}, field('from'), field('to'), element('span', { class: 'quiet', id: 'years-help' }, message('years_help'))));
}
