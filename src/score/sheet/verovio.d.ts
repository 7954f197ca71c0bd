/** The part of verovio's toolkit that we call; the package brings no types. */
declare module 'verovio/wasm' {
  const createModule: () => Promise<object>
  export default createModule
}
declare module 'verovio/esm' {
  export class VerovioToolkit {
    constructor(module: object)
    setOptions(options: Readonly<Record<string, unknown>>): void
    loadData(data: string): boolean
    getLog(): string
    renderToSVG(page: number): string
  }
}
