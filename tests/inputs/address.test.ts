import { describe, expect, it } from 'vitest'
import { isAddress, toAddress } from '../../src/inputs/address.js'

describe('isAddress', () => {
  it.each([
    'http://example.jp',
    'https://example.jp/1.pdf',
    'HTTPS://EXAMPLE.JP',
    'ftp://example.jp/1.pdf',
    'file:///1.pdf',
  ])('%s', (name) => {
    expect(isAddress(name)).toBe(true)
  })

  it.each([
    '1.pdf',
    './http:/1.pdf',
    'r7/https://1.pdf',
    'C:\\r7\\1.pdf',
    'mailto:a@example.jp',
    '//example.jp',
    '://1',
    '',
  ])('not %j', (name) => {
    expect(isAddress(name)).toBe(false)
  })
})

describe('toAddress', () => {
  it.each([
    ['https://example.jp/r7/1.pdf', 'https://example.jp/r7/1.pdf'],
    ['https://example.jp', 'https://example.jp/'],
    ['HTTP://EXAMPLE.jp:80/A.PDF', 'http://example.jp/A.PDF'],
    ['http://example.jp:8080/1.pdf?v=2', 'http://example.jp:8080/1.pdf?v=2'],
    ['https://example.jp/1.pdf#page=3', 'https://example.jp/1.pdf'],
    ['https://example.jp/1.pdf#', 'https://example.jp/1.pdf'],
    ['https://example.jp/予算 案.pdf', 'https://example.jp/%E4%BA%88%E7%AE%97%20%E6%A1%88.pdf'],
    ['https://example.jp/[1]*.pdf', 'https://example.jp/[1]*.pdf'],
    ['https://example.jp/a/../1.pdf', 'https://example.jp/1.pdf'],
    ['https://予算.jp/', 'https://xn--0kq711i.jp/'],
  ])('%s', (name, address) => {
    expect(toAddress(name)).toEqual({ kind: 'address', address })
  })

  it.each([
    'ftp://example.jp/1.pdf',
    'file:///home/1.pdf',
    's3://bucket/1.pdf',
    'http://',
    'https://?1.pdf',
    'http://[1.pdf',
    'http://example.jp:99999/',
    'https://exa mple.jp/',
  ])('%s is none', (name) => {
    const message = `${name} is no address that starts with http:// or https://.`
    expect(toAddress(name)).toEqual({ input: name, code: 'bad_address', message })
  })

  it.each(['https://user:secret@example.jp/1.pdf', 'https://user@example.jp/1.pdf', 'http://:secret@example.jp/'])(
    '%s asks for what is not sent',
    (name) => {
      const message = `${name} holds a user's name or password, which are not sent: leave them out.`
      expect(toAddress(name)).toEqual({ input: name, code: 'bad_address', message })
    },
  )
})
