/** One table in Markdown, filled row by row. */
export class Table {
  rows = 0;
  #text;

  constructor(title, ...columns) {
    this.#text = `### ${title}\n\n| ${columns.join(' | ')} |\n${'|---'.repeat(columns.length)}|\n`;
  }

  /** Numbers are written without fractions; one that needs them comes as text. */
  row(...cells) {
    this.rows++;
    const written = cells.map(cell => (typeof cell === 'number' ? Math.round(cell).toLocaleString('en') : cell));
    this.#text += `| ${written.join(' | ')} |\n`;
    return this;
  }

  note(sentence) {
    this.#text += `\n${sentence}\n`;
    return this;
  }

  toString() {
    return this.#text;
  }
}
