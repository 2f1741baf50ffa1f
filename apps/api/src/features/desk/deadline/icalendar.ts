/** One event of a whole day. */
export interface DayEvent {
  /** Stays the same for the same thing, whatever becomes of its date or words. */
  readonly uid: string
  /** Civil date, YYYY-MM-DD. */
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly url: string
}

export interface DayCalendar {
  readonly name: string
  readonly language: string
  readonly events: readonly DayEvent[]
  /** When this was written, for DTSTAMP. */
  readonly writtenAt: Date
}

/**
 * A calendar without a component is none (RFC 5545, 3.6), and an employer may have nothing to do. The clock of China, whose days these
 * are, has not been changed since 1991.
 */
const timeZone = [
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

/** A calendar of all-day events as RFC 5545 has it, with the name (RFC 7986) by which programs show it. */
export function writeCalendar({ name, language, events, writtenAt }: DayCalendar): string {
  const stamp = writtenAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shebao//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...timeZone,
    ...events.flatMap(({ uid, day, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY;LANGUAGE=${language}:${escapeText(summary)}`,
      `DESCRIPTION;LANGUAGE=${language}:${escapeText(description)}`,
      `URL:${url}`,
      // A deadline takes up nobody's day.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** TEXT of RFC 5545, 3.3.11. */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
}

const longestLine = 75

/** At most 75 octets a line, no character torn apart; a line that goes on begins with a blank (3.1). */
export function foldLine(line: string): string {
  const folded: string[] = []
  let octets = 0
  let current = ''
  for (const character of line) {
    const width = Buffer.byteLength(character)
    if (octets + width > longestLine) {
      folded.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += width
  }
  return [...folded, current].join('\r\n')
}
