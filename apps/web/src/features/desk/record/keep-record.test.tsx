import { cleanup, screen } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findKept, keepRecord, openKept } from '../../../shared/kept-record/kept-record.ts'
import { lockByPassword } from '../../../shared/kept-record/unlock.ts'
import { axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { KeepRecord } from './keep-record.tsx'
import { KeptRecordPage } from './kept-record-page.tsx'
import { writeKept } from './kept-shape.ts'
import type { RecordShown } from './record-view.tsx'

const right = '秋天的雨下了 2026'
const shown: RecordShown = {
  record: { __typename: 'InsuredRecord', years: [], gaps: [], transfers: [], spells: [] },
  rightsSummary: { __typename: 'RightsSummary', insurances: [] },
  pensionOutlooks: [],
}
const text = writeKept(shown)
const before = new Date('2026-11-01T08:00:00Z')
const keepFor = async (account: string, old = text) => keepRecord(account, await lockByPassword(right), old, before)
const textKept = async () => {
  const kept = await findKept()
  return kept && openKept(kept, right)
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  // One round instead of 600,000: that a password costs as much is proved in kept-record.test.ts.
  const { subtle } = crypto
  const derive = subtle.deriveKey.bind(subtle)
  vi.spyOn(subtle, 'deriveKey').mockImplementation((way, ...rest) =>
    derive(typeof way === 'object' && 'iterations' in way ? { ...way, iterations: 1 } : way, ...rest),
  )
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const openChoice = async (language: 'zh-CN' | 'en' = 'zh-CN') => {
  const page = showPage(<KeepRecord shown={shown} />, { language })
  await page.user.click(screen.getByRole('button', { name: /保留在本机|Keep my record/ }))
  return page
}

it('keeps by a password that is none of a card, says so, and takes it away again', async () => {
  const { user, container } = await openChoice()
  expect(document.activeElement?.textContent).toBe('没有网络时也能查看')
  const field = screen.getByLabelText('为本机设置一个密码')
  await user.type(field, '704913')
  await user.click(screen.getByRole('button', { name: '用密码保留' }))
  expect(screen.getByText('密码至少 10 个字符，并且不能全是数字。')).toBeTruthy()
  expect(await findKept()).toBeUndefined()
  await user.clear(field)
  await user.type(field, right)
  expect(await axeFindings(container)).toEqual([])
  await user.click(screen.getByRole('button', { name: '用密码保留' }))
  expect(await screen.findByText(/^已保留在本机/)).toBeTruthy()
  expect((await findKept())?.account).toBe('a1')
  expect(await textKept()).toBe(text)
  expect(document.activeElement?.textContent).toBe('没有网络时也能查看')
  await user.click(screen.getByRole('button', { name: '从本机删除' }))
  expect(await screen.findByText('已从本机删除。')).toBeTruthy()
  expect(await findKept()).toBeUndefined()
})

it('offers the device where it unlocks, and a password when it did not', async () => {
  const canUnlock = { isUserVerifyingPlatformAuthenticatorAvailable: async () => true }
  vi.stubGlobal('PublicKeyCredential', canUnlock)
  const { user } = await openChoice('en')
  await user.click(await screen.findByRole('button', { name: /Unlock with this device/ }))
  expect(await screen.findByText(/The device was not unlocked/)).toBeTruthy()
  expect(screen.getByLabelText('A password for this device')).toBeTruthy()
  expect(await findKept()).toBeUndefined()
})

it('says when the browser keeps nothing', async () => {
  const { user } = await openChoice()
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('no room')
    },
  })
  await user.type(screen.getByLabelText('为本机设置一个密码'), right)
  await user.click(screen.getByRole('button', { name: '用密码保留' }))
  expect(await screen.findByText(/本机浏览器不能保留数据/)).toBeTruthy()
})

it('renews what this account keeps at each look, and leaves what another one keeps', async () => {
  await keepFor('a1', 'older')
  showPage(<KeepRecord shown={shown} />)
  expect(await screen.findByRole('button', { name: '从本机删除' })).toBeTruthy()
  expect(await textKept()).toBe(text)
  cleanup()
  await keepFor('somebody else', 'older')
  showPage(<KeepRecord shown={shown} />)
  // As long as a look at one's own takes, and longer.
  await expect(screen.findByRole('button', { name: '从本机删除' }, { timeout: 150 })).rejects.toThrow('从本机删除')
  expect(await textKept()).toBe('older')
})

it('opens the kept record by its password alone, and takes it away', async () => {
  await keepFor('a1')
  const { user, container } = showPage(<KeptRecordPage />)
  const field = await screen.findByLabelText('保留时设置的密码')
  await user.type(field, 'another one{Enter}')
  expect(await screen.findByText(/^没有打开。/)).toBeTruthy()
  expect(screen.queryByText('还没有缴费记录')).toBeNull()
  await user.clear(field)
  await user.type(field, `${right}{Enter}`)
  expect(await screen.findByText(/^截至 2026年11月1日/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect(await axeFindings(container)).toEqual([])
  await user.click(screen.getByRole('button', { name: '从本机删除' }))
  expect(await screen.findByText('本机没有保留记录')).toBeTruthy()
  expect(screen.getByRole('link', { name: '登录' }).getAttribute('href')).toBe('/sign-in/me')
  expect(await findKept()).toBeUndefined()
})

it('does not show what an older version kept', async () => {
  await keepFor('a1', JSON.stringify({ shape: 0, shown }))
  const { user } = showPage(<KeptRecordPage />, { language: 'en' })
  await user.type(await screen.findByLabelText('The password you chose when keeping it'), `${right}{Enter}`)
  expect(await screen.findByText(/An older version kept this record/)).toBeTruthy()
})
