/** The text of a page by the encoding that its header or its own head names, else UTF-8 (as the HTML standard finds it, in
 * short). */
export const pageText = (bytes: Uint8Array, contentType: string | null): string => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const named = [contentType ?? '', head].flatMap((text) => /charset\s*=\s*["']?([\w-]+)/iu.exec(text)?.[1] ?? [])
  return new TextDecoder(named.find(isKnown)).decode(bytes)
}

const isKnown = (label: string): boolean => {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}
