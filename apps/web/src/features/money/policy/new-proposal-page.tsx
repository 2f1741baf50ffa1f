import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { PolicyProposalOutlookDocument } from './proposal.generated.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { CopyChoice } from './copy-choice.tsx'
import { ImportRefusal } from './import-refusal.tsx'
import sheet from './new-proposal.module.css'
import style from './new-proposal-page.module.css'
import { ParameterFileField } from './parameter-file-field.tsx'
import { proposalMessages } from './proposal-messages.ts'
import { MonthInput } from '../../../shared/forms/index.ts'
import { useNewProposal } from './use-new-proposal.ts'

const ways = { copy: 'howCopy', empty: 'howEmpty', import: 'howImport' } as const

/** Begins a proposal: from what is in force, from nothing, or from a file. */
export function NewProposalPage() {
  const t = useMessages(proposalMessages)
  const { form, regions, change, wrong, told, submit, refusal, failed, busy } = useNewProposal()
  const { how, title, region, names, from } = form
  const outlook = useQuery(PolicyProposalOutlookDocument).data?.policyProposalOutlook
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        above={<Link to="/staff/policy/proposals">{t('listTitle')}</Link>}
      />
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {refusal ? <ImportRefusal refusal={refusal} /> : null}
      <OutlookNotice outlook={outlook} />
      {outlook?.mayOpen === false ? null : (
        <form className={style.form} onSubmit={submit} noValidate>
          <TextInput
            label={t('titleLabel')}
            description={t('titleHint')}
            value={title}
            maxLength={80}
            onChange={(event) => change({ title: event.currentTarget.value })}
            error={told(wrong.title)}
            {...(wrong.title ? { 'data-wrong': true } : {})}
          />
          <fieldset className={sheet.radios}>
            <legend>{t('how')}</legend>
            {(['copy', 'empty', 'import'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="how" checked={how === one} onChange={() => change({ how: one })} />
                <span>{t(ways[one])}</span>
              </label>
            ))}
          </fieldset>
          {how === 'import' ? null : (
            <NativeSelect
              label={t('region')}
              value={region}
              onChange={(event) => change({ region: event.currentTarget.value })}
              data={(regions ?? []).map((one) => ({ value: one.region, label: one.name }))}
            />
          )}
          {how === 'copy' ? (
            <>
              <CopyChoice names={names} onChange={(chosen) => change({ names: chosen })} error={told(wrong.names)} />
              <MonthInput
                label={t('copyFrom')}
                description={t('copyFromHint')}
                value={from}
                onChange={(month) => change({ from: month })}
                error={told(wrong.from)}
                {...(wrong.from ? { 'data-wrong': true } : {})}
              />
            </>
          ) : null}
          {how === 'import' ? (
            <ParameterFileField
              onChange={(file) => change({ file })}
              wrong={wrong.file !== undefined}
              error={told(wrong.file)}
            />
          ) : null}
          <Button type="submit" loading={busy}>
            {t(how === 'import' ? 'importNow' : 'begin')}
          </Button>
        </form>
      )}
    </>
  )
}
