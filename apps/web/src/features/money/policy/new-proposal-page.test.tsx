import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { NewProposalPage } from './new-proposal-page.tsx'
import { PolicyRegionsDocument } from './policy.generated.ts'
import { CreatePolicyProposalDocument, ImportPolicyProposalDocument } from './proposal.generated.ts'

const region = { __typename: 'ParameterRegion' as const, region: '110000', nameZh: '北京市', nameEn: 'Beijing' }

async function show(parameterRegions = [region], office: string | null = null) {
  const path = '/staff/policy/proposals/new'
  const shown = showPage(<NewProposalPage />, {
    answers: [
      answer(PolicyRegionsDocument, {
        office: office === null ? null : { __typename: 'Office', region: office },
        parameterRegions,
      }),
      answer(CreatePolicyProposalDocument, { createPolicyProposal: { __typename: 'PolicyProposal', id: 'v1' } }),
      answer(ImportPolicyProposalDocument, {
        importPolicyProposal: {
          __typename: 'PolicyImportRefused',
          reason: 'SYNTAX',
          detail: '第 3 行',
          problemCount: 1,
          problems: [],
        },
      }),
    ],
    viewer: staffWith('OFFICER'),
    path,
    at: path,
  })
  await screen.findByText(office === null ? '北京市' : '参数文件')
  return shown
}

const way = '导入文件（XLSX、CSV、YAML 或 JSON）'
const begin = () => screen.getByRole('button', { name: '开始起草' })

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('beginning a proposal', () => {
  it('says what is missing once the button is pressed, and leads to it', async () => {
    const { user, askedOf } = await show()
    expect(screen.queryByText('请填写方案名称。')).toBeNull()
    await user.click(begin())
    expect(screen.getByText('请填写方案名称。')).toBeTruthy()
    expect(screen.getByText('请填写年月，如 2027-07。')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '方案名称' }))
    expect(askedOf('CreatePolicyProposal')).toEqual([])
    expect(await axeFindings()).toEqual([])
  })

  it('copies what is in force for the chosen parameters, and opens the proposal', async () => {
    const { user, askedOf, address } = await show()
    await user.type(screen.getByRole('textbox', { name: '方案名称' }), '2027 年度缴费基数')
    await user.type(screen.getByRole('textbox', { name: '新的起始所属期' }), '2027-07')
    await user.click(begin())
    await vi.waitFor(() => expect(address()).toBe('/staff/policy/proposals/v1'))
    expect(askedOf('CreatePolicyProposal')).toEqual([
      {
        input: {
          region: '110000',
          title: '2027 年度缴费基数',
          copyNames: ['BASE_FLOOR', 'BASE_CEILING'],
          copyFrom: '2027-07',
        },
      },
    ])
  })

  it('of an office that has published nothing begins with a file, or empty for its own region', async () => {
    const { user, askedOf } = await show([], '320100')
    await user.type(screen.getByRole('textbox', { name: '方案名称' }), '第一批参数')
    await user.click(screen.getByRole('radio', { name: '空白方案' }))
    await user.click(begin())
    await vi.waitFor(() =>
      expect(askedOf('CreatePolicyProposal')).toEqual([{ input: { region: '320100', title: '第一批参数' } }]),
    )
  })

  it('reads a table row by row; nothing of one with a mistake is sent', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ format: 'shebao-parameters/1', rows: [] })))
    const { user, askedOf } = await show()
    await user.type(screen.getByRole('textbox', { name: '方案名称' }), '导入')
    await user.click(screen.getByRole('radio', { name: way }))
    expect(screen.getByRole('link', { name: 'XLSX' }).getAttribute('href')).toBe(
      '/policy/parameter-template.xlsx?language=zh-CN',
    )
    const head = '统筹区代码,参数,险种,承担方,取值,起始所属期,文号,已核实'
    const table = (value: string) =>
      new File([`${head}\n110000,费率,养老保险,单位,${value},2027-07,示例〔2027〕1号,是\n`], 'rates.csv')
    await user.upload(screen.getByLabelText('参数文件'), table('0.16'))
    await user.click(screen.getByRole('button', { name: '导入' }))
    expect(
      await screen.findByText(/^第 2 行“取值”：“0.16”可以是 0.16%，也可以是 16%/, {}, { timeout: 20_000 }),
    ).toBeTruthy()
    expect(askedOf('ImportPolicyProposal')).toEqual([])
    expect(await axeFindings()).toEqual([])

    await user.upload(screen.getByLabelText('参数文件'), table('16%'))
    await user.click(screen.getByRole('button', { name: '导入' }))
    await vi.waitFor(() => expect(askedOf('ImportPolicyProposal')).toHaveLength(1))
    const [{ text } = { text: '' }] = askedOf('ImportPolicyProposal') as { text: string }[]
    expect(JSON.parse(text)).toMatchObject({ rows: [{ name: 'RATE_PPM', value: 160_000, verified: true }] })
  }, 30_000)

  it('reads a file; one that is too large is not sent, another is refused by the office', async () => {
    const { user, askedOf } = await show()
    await user.type(screen.getByRole('textbox', { name: '方案名称' }), '导入')
    await user.click(screen.getByRole('radio', { name: way }))
    await user.upload(screen.getByLabelText('参数文件'), new File([new Uint8Array(2_000_001)], 'large.yaml'))
    await user.click(screen.getByRole('button', { name: '导入' }))
    expect(await screen.findByText('文件超过 2 MB。')).toBeTruthy()
    expect(askedOf('ImportPolicyProposal')).toEqual([])
    await user.upload(screen.getByLabelText('参数文件'), new File(['rows: ['], 'broken.yaml'))
    await user.click(screen.getByRole('button', { name: '导入' }))
    expect(await screen.findByText(/第 3 行/)).toBeTruthy()
    expect(screen.queryByText('文件超过 2 MB。')).toBeNull()
    expect(askedOf('ImportPolicyProposal')).toEqual([{ title: '导入', text: 'rows: [' }])
  })
})
