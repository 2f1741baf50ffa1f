import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { showPage } from '../testing/show-page.tsx'
import { OpeningAmount } from './derivation-popover.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('opens at the first press, asks once, closes and opens again', async () => {
  const load = vi.fn<() => Promise<string>>(async () => '工资 × 8%')
  const { user } = showPage(<OpeningAmount fen={fen(80_000)} size="part" load={load} />)
  await user.tab()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('工资 × 8%')).toBeTruthy()
  const amount = screen.getByRole('button', { name: /800\.00/ })
  expect(amount.getAttribute('aria-expanded')).toBe('true')
  await user.click(amount)
  expect(amount.getAttribute('aria-expanded')).toBe('false')
  await user.click(amount)
  expect(amount.getAttribute('aria-expanded')).toBe('true')
  expect(load).toHaveBeenCalledTimes(1)
})
