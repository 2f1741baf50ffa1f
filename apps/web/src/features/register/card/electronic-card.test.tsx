import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { CheckCode } from './check-code.tsx'
import { ElectronicCard } from './electronic-card.tsx'
import { CheckCardCodeDocument, ElectronicCardCodeDocument } from './electronic-card.generated.ts'

afterEach(cleanup)

describe('the electronic card', () => {
  it('renews its code while somebody looks, says when the network is gone, and comes back with it', async () => {
    let made = 0
    const code = answer(ElectronicCardCodeDocument, () => {
      made += 1
      return {
        electronicCardCode: { __typename: 'ElectronicCardCode', qrSvg: `<svg id="n${made}"/>`, renewSeconds: 0.05 },
      }
    })
    const { container, user } = showPage(<ElectronicCard cardId="c1" />, { answers: [code] })
    expect(code.sent).toEqual([])
    await user.click(screen.getByRole('button', { name: '出示电子社保卡' }))
    const shown = async () => (await screen.findByRole('img', { name: /电子社保卡二维码/ })).getAttribute('src')
    const first = await shown()
    expect(await axeFindings(container)).toEqual([])
    await vi.waitFor(async () => expect(await shown()).not.toBe(first))
    act(() => void window.dispatchEvent(new Event('offline')))
    expect(screen.getByText(/网络已断开/)).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
    act(() => void window.dispatchEvent(new Event('online')))
    await shown()
    await user.click(screen.getByRole('button', { name: '收起' }))
    const before = made
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(made).toBe(before)
  })

  it('says so where the card is not in use', async () => {
    const none = answer(ElectronicCardCodeDocument, { electronicCardCode: null })
    const { user } = showPage(<ElectronicCard cardId="c1" />, { answers: [none] })
    await user.click(screen.getByRole('button', { name: '出示电子社保卡' }))
    expect((await screen.findByRole('alert')).textContent).toContain('现在不能使用')
  })
})

it('a desk scans one after the other: the outcome is said, the field is empty and in focus again', async () => {
  const check = answer(CheckCardCodeDocument, ({ token }) => ({
    checkCardCode:
      token === 'AAA'
        ? { __typename: 'CheckedCardCode', outcome: 'VALID', nameMasked: '张*', numberMasked: 'A******78' }
        : { __typename: 'CheckedCardCode', outcome: 'REPLAYED', nameMasked: null, numberMasked: null },
  }))
  const { container, user } = showPage(<CheckCode />, { answers: [check], viewer: { kind: 'PARTNER' } })
  const field = screen.getByRole('textbox', { name: '电子社保卡码' })
  await user.type(field, '{Enter}')
  expect(screen.getByText('请先扫描二维码。')).toBeTruthy()
  expect(check.sent).toEqual([])
  await user.keyboard('AAA{Enter}')
  expect((await screen.findByRole('status')).textContent).toContain('有效：张*，卡号 A******78')
  expect(field).toHaveProperty('value', '')
  expect(document.activeElement).toBe(field)
  await user.keyboard('BBB{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('已使用过')
  expect(await axeFindings(container)).toEqual([])
})
