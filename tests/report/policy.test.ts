import { describe, expect, it } from 'vitest'
import { policyOf } from '../../src/report/policy.js'

const empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
const abc = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"
const yosan = "'sha256-4YxU1Pww+GjMD+9ARxMxFXvquUMGHriB8io1dWFIrfA='"

describe('policyOf', () => {
  it.each<[what: string, allowed: Parameters<typeof policyOf>[0], policy: string]>([
    [
      'nothing',
      { scripts: [], styles: [], ownServer: false },
      "default-src 'none'; script-src 'none'; style-src 'none'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'",
    ],
    [
      'texts by their hashes, and its server',
      { scripts: ['abc'], styles: ['', 'abc'], ownServer: true },
      `default-src 'none'; script-src ${abc}; style-src ${empty} ${abc}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'`,
    ],
    [
      'texts in UTF-8',
      { scripts: ['予算'], styles: [], ownServer: false },
      `default-src 'none'; script-src ${yosan}; style-src 'none'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'`,
    ],
  ])('allows %s', (_, allowed, policy) => {
    expect(policyOf(allowed)).toBe(policy)
  })
})
