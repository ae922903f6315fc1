/**
 * Makes an element; text is text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} properties `on…` are listeners, `data-…` and `aria-…` attributes, the rest properties
 * @param {...(Node | string)} children
 */
export function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (name.includes('-')) {
      made.setAttribute(name, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...children);
  return made;
}

/** A titled part of the page. */
export function section(title, ...children) {
  const heading = element('h2', { textContent: title });
  return element('section', { 'aria-label': title }, heading, ...children);
}

/** A text that changes; `live` ones are read out when they do. */
export function text(testId, live = false) {
  return element('span', { 'data-testid': testId, ...(live ? { role: 'status' } : {}) });
}

/** A labelled field of a form. */
export function field(label, name, value, more = {}) {
  return element('label', {}, label, element('input', { name, value, required: true, ...more }));
}

/**
 * A form that does one thing with its fields.
 *
 * @param {string} title name of the form, for screen readers
 * @param {string} button what its button says
 * @param {(fields: Record<string, string>, form: HTMLFormElement) => void} deed
 */
export function form(title, button, deed, ...fields) {
  const submit = event => {
    event.preventDefault();
    deed(Object.fromEntries(new FormData(made)), made);
  };
  const made = element('form', { 'aria-label': title, onsubmit: submit }, ...fields, element('button', { textContent: button }));
  return made;
}

/** Shows a list of items, each as one line. */
export function showItems(list, items, line) {
  list.replaceChildren(...items.map(item => element('li', {}, ...line(item))));
}
