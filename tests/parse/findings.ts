import type { Finding, ParsedText } from '../../src/model/finding.js'
import type { CleanPage } from '../../src/model/text.js'
import { parse } from '../../src/parse/index.js'
import { tokenize } from '../../src/tokenize/index.js'
import { cleanPage } from '../normalise/lines.js'

export const parsePage = async (page: CleanPage): Promise<readonly ParsedText[]> => parse(await tokenize(page))

/** Everything found in a text of one line. */
export const findingsIn = async (print: string): Promise<readonly Finding[]> =>
  (await parsePage(cleanPage(print))).flatMap(({ findings }) => findings)

export const ofKind = <K extends Finding['kind']>(
  findings: readonly Finding[],
  kind: K,
): Extract<Finding, { kind: K }>[] =>
  findings.filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind)
