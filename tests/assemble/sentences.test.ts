import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../src/assemble/entries.js'
import type { Headline } from '../../src/assemble/headline.js'
import { readSentence, type SentenceReading } from '../../src/assemble/sentences/index.js'
import { layout } from '../../src/layout/index.js'
import type { Stage } from '../../src/model/finding.js'
import { normalise } from '../../src/normalise/index.js'
import { parse } from '../../src/parse/index.js'
import { tokenize } from '../../src/tokenize/index.js'
import { pagesOf } from '../load/pages.js'
import { rowsOf } from '../parse/table.js'

const headlineOf = (printed: string): Headline => {
  const [year = '', stage = ''] = printed.split(' ')
  return { year: Number(year), stage: stage as Stage, supplementaryNo: null, requestFrame: null, printed }
}

const readingsOf = async (sentence: string, place: string, headline: Headline): Promise<string[]> => {
  const pages = await pagesOf('print.txt', new TextEncoder().encode(sentence))
  const clean = pages.map((page) => normalise(layout(page)))
  const parsed = await Promise.all(clean.map(async (page) => ({ ...page, texts: parse(await tokenize(page)) })))
  const earlier: (SentenceReading | null)[] = []
  for (const mention of entriesOf(parsed).flatMap(({ mentions }) => mentions))
    earlier.push(
      readSentence(mention, {
        inRow: place === 'row',
        headline,
        earlier: [...earlier],
        previous: earlier.at(-1)?.role ?? null,
        whole: wholeOf(place),
      }),
    )
  return earlier.map((reading) => (reading ? printed(reading) : '-'))
}

/** `below`: a text below a budget of ten thousand million yen. */
const wholeOf = (place: string): number | null => (place === 'below' ? 10_000_000_000 : null)

/** `?` where it is not sure, the role, the name, and year and stage of another budget. */
const printed = ({ role, sure, name, other }: SentenceReading): string =>
  [`${sure ? '' : '?'}${role}`, name, other?.year, other?.stage].filter((part) => part != null).join(' ')

describe('what a sentence says of its amounts', () => {
  it.each(rowsOf('sentences'))('$place, $headline: $sentence', async ({ place, headline, sentence, readings }) => {
    const expected = (readings ?? '').split('; ')
    expect(await readingsOf(sentence ?? '', place ?? '', headlineOf(headline ?? ''))).toEqual(expected)
  })
})
