import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { DistrictsOfRegionDocument } from '../../../shared/case/districts.generated.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { DistrictsDocument, SaveDistrictDocument } from './district.generated.ts'
import { DistrictsPage } from './districts-page.tsx'

const place = (code: string, nameZh: string) => ({ __typename: 'District' as const, code, nameZh, nameEn: nameZh })
const region = [place('110101', '东城区'), place('110102', '西城区'), place('110105', '朝阳区')]
const east = {
  __typename: 'DistrictOffice' as const,
  id: 'o1',
  code: 'DB',
  nameZh: '东部经办处',
  nameEn: 'Eastern Office',
  // One that was abolished: the office keeps it until it gives it up.
  regions: ['110101', '110103'],
  districts: [place('110101', '东城区'), place('110103', '崇文区')],
  employers: 8,
  staff: [],
}

function open({ districts = region } = {}) {
  const page = answer(DistrictsDocument, () => ({ districtOffices: [east], employersOfNoOffice: 0, agencyPeople: [] }))
  const places = answer(DistrictsOfRegionDocument, () => ({
    office: { __typename: 'Office', region: '110000', districts },
  }))
  const save = answer(SaveDistrictDocument, () => ({
    saveDistrictOffice: { __typename: 'DistrictRefused', reason: 'REGION_TAKEN', region: '110102' },
  }))
  return {
    ...showPage(<DistrictsPage />, { answers: [page, places, save], viewer: { roles: ['ADMINISTRATOR'] } }),
    save,
  }
}

afterEach(cleanup)

describe('an office of districts', () => {
  it('is given them by name; what another has cannot be chosen, and none is not enough', async () => {
    const { user, save } = open()
    const form = within(await screen.findByRole('region', { name: '设立区经办处' }))
    const taken = await form.findByRole<HTMLInputElement>('checkbox', { name: /东城区（110101）/ })
    expect(taken.disabled).toBe(true)
    expect(form.getByText('已归东部经办处')).toBeTruthy()
    await user.type(form.getByLabelText('代码'), 'XB')
    await user.type(form.getByLabelText('中文名称'), '西部经办处')
    await user.type(form.getByLabelText('英文名称'), 'Western Office')
    await user.click(form.getByRole('button', { name: '设立' }))
    expect(await form.findByText('请至少勾选一个区县')).toBeTruthy()
    expect(save.sent).toEqual([])
    await user.click(form.getByRole('checkbox', { name: /西城区/ }))
    await user.click(form.getByRole('checkbox', { name: /朝阳区/ }))
    await user.click(form.getByRole('checkbox', { name: /朝阳区/ }))
    expect(await axeFindings()).toEqual([])
    await user.click(form.getByRole('button', { name: '设立' }))
    // Refused by whoever was quicker: by name, and what was chosen stays.
    expect(await form.findByText('西城区 已归另一经办处。')).toBeTruthy()
    expect(save.sent).toEqual([
      { id: null, code: 'XB', nameZh: '西部经办处', nameEn: 'Western Office', regions: ['110102'] },
    ])
    expect(form.getByRole<HTMLInputElement>('checkbox', { name: /西城区/ }).checked).toBe(true)
  })

  it('keeps its own when it changes, one that was abolished too, and can give them up', async () => {
    const { user, save } = open()
    const office = within(await screen.findByRole('article', { name: '东部经办处' }))
    await user.click(office.getByRole('button', { name: '修改东部经办处' }))
    const abolished = await office.findByRole<HTMLInputElement>('checkbox', { name: /崇文区（110103）/ })
    expect(abolished.checked).toBe(true)
    await user.click(abolished)
    await user.click(office.getByRole('button', { name: '保存' }))
    const wanted = { id: 'o1', code: 'DB', nameZh: '东部经办处', nameEn: 'Eastern Office', regions: ['110101'] }
    await waitFor(() => expect(save.sent).toEqual([wanted]))
  })

  it('cannot be opened where the region has no districts', async () => {
    open({ districts: [] })
    expect(await screen.findByText(/本统筹地区没有区县/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '设立' })).toBeNull()
  })
})
