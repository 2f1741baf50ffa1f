import type { FastifyRequest } from 'fastify'
import type { CashierLanguage } from './cashier-words.ts'

/** What a page's form sent, each field once. */
export function readForm(body: unknown): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(String(body)))
}

export function languageOf(request: FastifyRequest, otherwise: CashierLanguage = 'zh-CN'): CashierLanguage {
  const asked = new URL(request.url, 'http://bank').searchParams.get('lang')
  return asked === 'en' || asked === 'zh-CN' ? asked : otherwise
}
