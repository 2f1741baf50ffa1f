import { describe, expect, it } from 'vitest'
import { escapeText, foldLine, writeCalendar } from './icalendar.ts'

const event = {
  uid: 'bill-1@office.example',
  day: '2026-12-07',
  summary: '缴纳2026年11月社会保险费, 含滞纳金; 见\\通知单',
  description: '第一行\n第二行',
  url: 'https://office.example/employer/bills',
}
const write = (events = [event]) =>
  writeCalendar({ name: '期限', language: 'zh-CN', events, writtenAt: new Date('2026-11-23T02:00:00.123Z') })

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** As a reader unfolds (RFC 5545, 3.1). */
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file (RFC 5545)', () => {
  it('has the parts in their order, whole days as dates, and the moment in UTC', () => {
    expect(unfold(write())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Shebao//Deadlines//EN',
      'CALSCALE:GREGORIAN',
      'NAME;LANGUAGE=zh-CN:期限',
      'X-WR-CALNAME:期限',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      ...zone,
      'BEGIN:VEVENT',
      'UID:bill-1@office.example',
      'DTSTAMP:20261123T020000Z',
      'DTSTART;VALUE=DATE:20261207',
      'SUMMARY;LANGUAGE=zh-CN:缴纳2026年11月社会保险费\\, 含滞纳金\\; 见\\\\通知单',
      'DESCRIPTION;LANGUAGE=zh-CN:第一行\\n第二行',
      'URL:https://office.example/employer/bills',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('has no line of more than 75 octets, and tears no character apart', () => {
    for (const line of write().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const long = `SUMMARY:${'社保𠮷'.repeat(40)}`
    const folded = foldLine(long)
    expect(folded.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && line.isWellFormed())).toBe(true)
    expect(folded.replaceAll('\r\n ', '')).toBe(long)
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })

  it('has a component where nothing is due, too: without one it is no calendar (3.6)', () => {
    expect(unfold(write([])).filter((line) => line.startsWith('BEGIN:'))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
    ])
  })

  it('escapes what would end a value', () => {
    expect(escapeText('a\\b;c,d\r\ne\rf:g')).toBe('a\\\\b\\;c\\,d\\ne\\nf:g')
  })
})
