import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** An SVG icon of 24 × 24 units in the colour of the text. It is decoration: what it means must be said in text as well. */
@Component({
  selector: 'peek-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: '<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" fill="currentColor" /></svg>',
  styles: `
    :host { display: inline-flex; flex: none; width: 1.25rem; height: 1.25rem; }
    svg { width: 100%; height: 100%; display: block; }
  `,
})
export class PeekIcon {
  /** Path data, such as a constant of `@mdi/js`. */
  readonly path = input.required<string>();
}
