import { parts } from "./schema";

/** A component: the attribute of the elements that it starts on, and its function. */
export type Component = readonly [name: string, start: (root: HTMLElement) => void];

/** Starts components, in their order. Where one fails, its element stays plain HTML and the others still start. */
export function start(components: readonly Component[]): void {
  for (const [name, begin] of components) {
    for (const root of parts(document, name)) {
      try {
        begin(root);
      } catch (fault) {
        console.error(fault);
      }
    }
  }
}
