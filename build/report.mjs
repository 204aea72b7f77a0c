// Makes what review pages hold: the script of src/report/client in one piece, and the style sheet.
import { copyFile } from 'node:fs/promises'
import { build } from 'rolldown'

await build({
  input: 'src/report/client/main.ts',
  logLevel: 'warn',
  output: { file: 'dist/report/client.js', format: 'iife', minify: true },
})
await copyFile('src/report/style.css', 'dist/report/style.css')
