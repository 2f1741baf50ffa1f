import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { RegisterImportsDocument } from './intake.generated.ts'
import { ImportsPage } from './imports-page.tsx'

const heads = [
  { header: '甲列', takenFor: null, samples: ['张三三', '李四四'] },
  { header: '乙列', takenFor: null, samples: ['110***10'] },
]
const missing = { kind: 'MISSING_COLUMNS', columns: ['name', 'idNumber'], unknown: ['甲列', '乙列'], heads }

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The page with an office that answers uploads one after the other; `asked` are their addresses. */
async function show(answers: object[]) {
  const asked: URL[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(new URL(address, 'https://office.example'))
    return new Response(JSON.stringify(answers[asked.length - 1]), { status: 200 })
  })
  const shown = showPage(<ImportsPage />, {
    viewer: staffWith('OFFICER'),
    path: '/staff/imports',
    at: '/staff/imports',
    answers: [
      answer(RegisterImportsDocument, {
        registerImports: {
          __typename: 'RegisterImportConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
    ],
  })
  const bring = async () => shown.user.upload(await screen.findByLabelText('人员文件'), new File(['x'], '导出.csv'))
  return { ...shown, asked, bring }
}

const field = (name: string) => screen.getByRole('combobox', { name: new RegExp(`^${name}`) })

describe('a file whose headings nobody knows', () => {
  it('is brought in after somebody said what its columns are, each with what stands under it', async () => {
    const { user, asked, bring, address } = await show([missing, { kind: 'UPLOADED', id: 'i1' }])
    await bring()
    const form = await screen.findByRole('form', { name: '“导出.csv”的各列是什么（人员）' })
    expect(within(form).getAllByRole('option', { name: '甲列（张三三）' }).length).toBeGreaterThan(1)
    await user.click(within(form).getByRole('button', { name: '照此读取' }))
    expect(screen.getByText('还有 2 项没有选好。')).toBeTruthy()
    expect(document.activeElement).toBe(field('姓名'))
    await user.selectOptions(field('姓名'), '甲列')
    expect(screen.getByText('值：张三三 · 李四四')).toBeTruthy()
    await user.selectOptions(field('证件号码'), '甲列')
    expect(screen.getByText('这一列已用于另一项。')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    expect(asked).toHaveLength(1)
    await user.selectOptions(field('证件号码'), '乙列')
    await user.click(within(form).getByRole('button', { name: '照此读取' }))
    await vi.waitFor(() => expect(address()).toBe('/staff/imports/i1'))
    expect(JSON.parse(asked[1]?.searchParams.get('layout') ?? '')).toEqual({ 甲列: 'name', 乙列: 'idNumber' })
  })

  it('keeps what was chosen when the office refuses the file for another reason', async () => {
    const { user, bring } = await show([missing, { kind: 'nonsense' }])
    await bring()
    await user.selectOptions(await screen.findByRole('combobox', { name: /^姓名/ }), '甲列')
    await user.selectOptions(field('证件号码'), '乙列')
    await user.click(screen.getByRole('button', { name: '照此读取' }))
    expect(await screen.findByText('没有传上来，请检查网络后重试。')).toBeTruthy()
    expect(screen.getByRole('combobox', { name: /^姓名/ })).toHaveProperty('value', '甲列')
  })

  it('is asked about also where all are known, when somebody wants to say so', async () => {
    const known = { ...missing, columns: [], heads: heads.map((head) => ({ ...head, takenFor: 'name' })).slice(0, 1) }
    const { user, asked, bring } = await show([known])
    await user.click(await screen.findByRole('checkbox', { name: '自己说明各列是什么' }))
    await bring()
    expect(await screen.findByRole('combobox', { name: /^姓名/ })).toHaveProperty('value', '甲列')
    expect(asked[0]?.searchParams.get('asks')).toBe('yes')
  })
})
