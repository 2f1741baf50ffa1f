import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { axeFindings, showPage, staffWith } from '../testing/show-page.tsx'
import { FilesInput } from './files-input.tsx'
import { idsOf } from './use-given-files.ts'
import type { GivenFile } from './use-given-files.ts'

/** The office at the other end of an upload: it answers when the test says so. */
class Upload {
  static all: Upload[] = []
  status = 0
  responseText = ''
  readonly upload = new EventTarget()
  readonly ends = new EventTarget()
  url = ''
  aborted = false
  constructor() {
    Upload.all.push(this)
  }
  open(_method: string, url: string) {
    this.url = url
  }
  setRequestHeader() {}
  addEventListener(type: string, listener: () => void) {
    this.ends.addEventListener(type, listener)
  }
  send() {}
  abort() {
    this.aborted = true
    this.ends.dispatchEvent(new Event('abort'))
  }
  answer(status: number, body: unknown) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.ends.dispatchEvent(new Event('load'))
  }
}

let given: readonly GivenFile[] = []
const withdrawn: string[] = []
beforeEach(() => {
  Upload.all = []
  withdrawn.length = 0
  vi.stubGlobal('XMLHttpRequest', Upload)
  vi.stubGlobal('fetch', (url: string) => {
    withdrawn.push(url)
    return Promise.resolve(new Response(null, { status: 204 }))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const onFiles = (files: readonly GivenFile[]) => (given = files)
const show = () =>
  showPage(<FilesInput label="文书" onFiles={onFiles} />, { answers: [], viewer: staffWith('OFFICER') })
const paper = (name: string, text = '%PDF') => new File([text], name, { type: 'application/pdf' })
const choose = (...files: File[]) => userEvent.upload(screen.getByLabelText('文书', { selector: 'input' }), files)
const sent = (at: number) => {
  const upload = Upload.all[at]
  if (!upload) throw new Error('nothing was sent')
  return upload
}

it('papers are sent one after the other, with how far each is, and say when they are there', async () => {
  show()
  await choose(paper('裁定书.pdf'), paper('注销.pdf'))
  expect(sent(0).url).toBe(`/attachments?name=${encodeURIComponent('裁定书.pdf')}`)
  expect(Upload.all).toHaveLength(1)
  fireEvent(sent(0).upload as never, new ProgressEvent('progress', { loaded: 1, total: 4 }))
  await waitFor(() => expect(screen.getByRole('progressbar', { name: '裁定书.pdf' })).toHaveProperty('value', 0.25))
  sent(0).answer(200, { kind: 'kept', id: 'a1', name: '裁定书.pdf' })
  await waitFor(() => expect(Upload.all).toHaveLength(2))
  sent(1).answer(200, { kind: 'kept', id: 'a2', name: '注销.pdf' })
  await waitFor(() => expect(idsOf(given)).toEqual(['a1', 'a2']))
  expect(screen.getByText('注销.pdf 已上传。')).toBeTruthy()
  // The same file again is no second one.
  await choose(paper('other.pdf', ''))
  expect(await axeFindings()).toEqual([])
})

it('one that is not taken says why and what to do; what may go through another time is tried again', async () => {
  show()
  await choose(paper('leer.pdf', ''), paper('virus.pdf'), paper('netz.pdf'))
  expect(await screen.findByText(/文件是空的/)).toBeTruthy()
  await waitFor(() => expect(Upload.all).toHaveLength(1))
  sent(0).answer(200, { kind: 'refused', code: 'INFECTED' })
  expect(await screen.findByText(/^查出病毒/)).toBeTruthy()
  await waitFor(() => expect(Upload.all).toHaveLength(2))
  sent(1).answer(503, {})
  await userEvent.click(await screen.findByRole('button', { name: '重新上传 netz.pdf' }))
  expect(screen.queryByRole('button', { name: '重新上传 virus.pdf' })).toBeNull()
  sent(2).answer(200, { kind: 'kept', id: 'n1', name: 'netz.pdf' })
  await waitFor(() => expect(idsOf(given)).toEqual(['n1']))
})

it('one that was removed is taken back from the office, also while it is on its way', async () => {
  show()
  await choose(paper('a.pdf'), paper('b.pdf'))
  sent(0).answer(200, { kind: 'kept', id: 'a1', name: 'a.pdf' })
  await waitFor(() => expect(idsOf(given)).toEqual(['a1']))
  await userEvent.click(screen.getByRole('button', { name: '移除 a.pdf' }))
  await waitFor(() => expect(Upload.all).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: '移除 b.pdf' }))
  await waitFor(() => expect(given).toEqual([]))
  expect([withdrawn, sent(1).aborted]).toEqual([['/attachments/a1'], true])
  // Chosen again, it is a new choice.
  await choose(paper('a.pdf'))
  await waitFor(() => expect(Upload.all).toHaveLength(3))
})

it('takes what is dropped, and no more than twenty', async () => {
  show()
  const zone = screen.getByRole('button', { name: '选择文件：文书' }).parentElement
  const many = Array.from({ length: 21 }, (_each, index) => paper(`${index}.pdf`))
  if (zone) fireEvent.drop(zone, { dataTransfer: { files: many } })
  expect(await screen.findByText('最多 20 个文件，其余没有加入。')).toBeTruthy()
  expect(given).toHaveLength(20)
})
