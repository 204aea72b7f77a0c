// Loaded before everything else into the processes that draw (NODE_OPTIONS=--import): a dash of certain lengths on a page makes
// its drawing loop, eat memory, die or end, at the edge to the canvas; with NO_CANVAS there is none.
import Module from 'node:module'

const misbehaviours = {
  101: () => {
    for (;;);
  },
  102: () => {
    const eaten = []
    for (;;) eaten.push(Buffer.alloc(8 * 1024 * 1024, 1))
  },
  103: () => process.kill(process.pid, 'SIGKILL'),
  104: () => process.exit(7),
}

const isDrawing = (process.argv[1] ?? '').endsWith('worker.js')
const load = Module._load

const misbehaving = (library) => {
  const context = Object.getPrototypeOf(library.createCanvas(1, 1).getContext('2d'))
  const { setLineDash } = context
  context.setLineDash = function (dashes) {
    misbehaviours[dashes[0]]?.()
    return setLineDash.call(this, dashes)
  }
  return library
}

if (isDrawing)
  Module._load = (name, ...rest) => {
    if (name !== '@napi-rs/canvas') return load(name, ...rest)
    if (process.env.NO_CANVAS) throw new Error('Cannot find native binding')
    return misbehaving(load(name, ...rest))
  }
