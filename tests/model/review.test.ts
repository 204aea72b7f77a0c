import { describe, expect, it } from 'vitest'
import { isReviewed, isValueCorrected, reviewOf } from '../../src/model/review.js'

describe('what people decided', () => {
  it.each<[decided_by: string | null, review: 'accepted' | 'corrected' | null, isValue: boolean]>([
    [null, null, false],
    ['value=digits_and_unit;role=label', null, false],
    ['value=digits_and_unit;review=accepted_by_person', 'accepted', false],
    ['value=corrected_by_person;role=label', 'corrected', true],
    ['value=digits_and_unit;role=corrected_by_person', 'corrected', false],
    ['value=corrected_by_person;role=label;review=accepted_by_person', 'accepted', true],
  ])('%s', (decided_by, review, isValue) => {
    expect([reviewOf({ decided_by }), isValueCorrected({ decided_by })]).toEqual([review, isValue])
    const decisions = (decided_by ?? '').split(';').map((pair) => ({
      field: 'value' as const,
      rule: (pair.split('=')[1] ?? 'label') as 'label',
      sure: false,
    }))
    expect(isReviewed(decisions)).toBe(review !== null)
  })
})
