import { toSVG } from 'bwip-js/node'

/** The notice's number as Code 128, for the scanners at bank counters. */
export function noticeBarcode(number: string): string {
  return toSVG({ bcid: 'code128', text: number, height: 10 })
}
