import { workerData } from 'node:worker_threads'
import { holdsMoreThan, keepWatch } from '../keep-watch.js'
import type { Order } from './messages.js'

// A thread beside the one that draws. It ends the process when a page takes too much memory, or when the process that it
// draws for is gone.

const { parent, mebibytes }: Order = workerData

keepWatch(parent, () => holdsMoreThan(mebibytes))
