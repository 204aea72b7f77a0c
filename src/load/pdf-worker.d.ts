/** The parsing half of pdf.js, which comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Serves documents to whoever speaks through the other end of the port. */
    initializeFromPort(port: import('./port.js').Port): void
  }
}
