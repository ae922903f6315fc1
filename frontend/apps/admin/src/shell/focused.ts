import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** Takes the focus when it appears, so that keyboard and screen reader go where the page goes on. */
@Directive({ selector: '[peekFocused]' })
export class Focused {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => element.nativeElement.focus());
  }
}
