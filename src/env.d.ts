/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Citations of the entry being rendered, for `<Cite id="a" />` in its body. */
    cites?: readonly import('./schema/entry.ts').Citation[];
  }
}
