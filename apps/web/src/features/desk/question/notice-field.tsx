import type { Control, FieldValues, Path } from 'react-hook-form'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { SelectField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { askMessages } from './ask-messages.ts'
import { NoticesToAskAboutDocument } from './question.generated.ts'

interface NoticeFieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: Path<Values>
  /** The message the page was opened from, which may be older than those of the list. */
  opened: string | undefined
}

/** Which of the messages in the person's inbox a question is about. */
export function NoticeField<Values extends FieldValues>({ control, name, opened }: NoticeFieldProps<Values>) {
  const t = useMessages(askMessages)
  const format = useFormat()
  const chinese = useLanguage().language === 'zh-CN'
  const { data, error } = useQuery(NoticesToAskAboutDocument)
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={2} />
  const latest = data.inbox.edges.map(({ node }) => ({
    value: node.id,
    label: `${format.instant(node.createdAt)} ${chinese ? node.titleZh : node.titleEn}`,
  }))
  const older =
    opened === undefined || latest.some(({ value }) => value === opened)
      ? []
      : [{ value: opened, label: t('noticeOpened') }]
  if (latest.length + older.length === 0) return <p>{t('noNotices')}</p>
  return (
    <SelectField
      control={control}
      name={name}
      label={t('notice')}
      hint={t('noticeHint')}
      options={[...older, ...latest]}
    />
  )
}
