// Loaded before everything else into the processes of a batch (NODE_OPTIONS=--import): makes documents of certain names loop,
// stumble, eat memory or kill their worker, and files of certain names meet a full disk, at the edge to the file system.

// Loaded before everything else into the processes of a batch (NODE_OPTIONS=--import): makes documents of certain names loop,
// stumble, eat memory or kill their worker, and files of certain names meet a full disk, at the edge to the file system.
import fs, { appendFileSync, existsSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

const isWorker = (process.argv[1] ?? '').includes('tinypool')
const { FULL_DISK: fullDisk = '', NO_WORKERS: noWorkers = '' } = process.env

if (isWorker && noWorkers !== '') process.exit(3)

const misbehaviours = {
  loops: () => {
    for (;;);
  },
  waits: () => new Promise(() => setInterval(() => {}, 1000)),
  stumbles: () => null,
  changes: () => Buffer.from('令和8年度要求額 9,900百万円'),
  vanishes: () => {
    throw Object.assign(new Error('gone'), { code: 'ENOENT' })
  },
  eats: () => {
    const eaten = []
    for (;;) eaten.push(Buffer.alloc(8 * 1024 * 1024, 1))
  },
  bloats: () => {
    const heap = []
    for (;;) heap.push({ text: String(heap.length), more: [heap.length] })
  },
  dies: () => process.kill(process.pid, 'SIGKILL'),
  quits: () => process.exit(0),
  // The first worker that takes it dies, as when the system ends a process at random.
  unlucky: (path) => {
    if (existsSync(`${path}.once`)) return undefined
    appendFileSync(`${path}.once`, '')
    return process.kill(process.pid, 'SIGKILL')
  },
}

const { readFile, appendFile, open } = promises

if (isWorker)
  promises.readFile = async (path, ...rest) => {
    const [, name] = /^(\w+)\.txt$/u.exec(basename(String(path))) ?? []
    const result = await misbehaviours[name]?.(String(path))
    return result === undefined ? readFile(path, ...rest) : result
  }

const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })

if (fullDisk === 'results') {
  const { appendFileSync } = fs
  fs.appendFileSync = (path, data, ...rest) => {
    if (!String(path).includes('result.')) return appendFileSync(path, data, ...rest)
    appendFileSync(path, data.subarray(0, data.length / 2), ...rest)
    throw full()
  }
}

if (fullDisk === 'tables')
  promises.appendFile = async (path, ...rest) => {
    if (String(path).endsWith('file.3')) throw full()
    return appendFile(path, ...rest)
  }

if (fullDisk === 'journal')
  promises.open = async (path, ...rest) => {
    const handle = await open(path, ...rest)
    const append = handle.appendFile.bind(handle)
    let lines = 0
    if (String(path).endsWith('journal.ndjson'))
      handle.appendFile = async (text, ...more) => {
        lines++
        if (lines > 4) throw full()
        return append(text, ...more)
      }
    return handle
  }

syncBuiltinESMExports()
