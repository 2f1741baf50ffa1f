import { useMemo } from 'react'
import * as format from './format.ts'
import { useLanguage } from './language-context.tsx'

/** The functions of format.ts in the language shown. */
export function useFormat() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      fen: (fen: number) => format.formatFen(fen, language),
      yuan: (fen: number) => format.formatYuan(fen, language),
      count: (count: number) => format.formatCount(count, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
      ppm: (ppm: number) => format.formatPpm(ppm, language),
      date: (date: string) => format.formatDate(date, language),
      dayMonth: (date: string) => format.formatDayMonth(date, language),
      period: (period: string) => format.formatPeriod(period, language),
      month: (month: number) => format.formatMonth(month, language),
      instant: (instant: string) => format.formatInstant(instant, language),
      time: (instant: string) => format.formatTime(instant, language),
      relativeDays: (date: string, today: string) => format.formatRelativeDays(date, today, language),
    }),
    [language],
  )
}
