// What stands below an item's row before it is accepted: why its light is what it is, once asked, and its files.
import type { Evidence } from '../../core/journal/journal-entry.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import { EvidenceFiles } from '../parts/evidence-files.tsx'
import { evidence as evidenceWords } from '../words/evidence.ts'

interface Props {
  readonly columns: number
  readonly name: string
  /** null while nobody asks */
  readonly sentences: readonly (string | null)[] | null
  readonly files: readonly Evidence[]
}

export function ReviewDetail({ columns, name, sentences, files }: Props) {
  if (sentences === null && files.length === 0) return null
  return (
    <tr className="review-detail">
      <td colSpan={columns}>
        {(sentences ?? [])
          .filter((sentence) => sentence !== null)
          .map((sentence) => (
            <p key={sentence}>{fullWidth(sentence)}。</p>
          ))}
        {files.length === 0 ? null : (
          <div className="trace-evidence">
            <span className="soft">{evidenceWords.title}：</span>
            <EvidenceFiles name={name} files={files} />
          </div>
        )}
      </td>
    </tr>
  )
}

export const filesOf = (
  evidence: readonly { readonly item: string; readonly files: readonly Evidence[] }[],
  item: string,
): readonly Evidence[] => evidence.find((each) => each.item === item)?.files ?? []
