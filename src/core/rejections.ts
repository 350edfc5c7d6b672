// Every refusal of the product: code → the sentence people read. The one place for both, so that the screen,
// the command line and the tests say the same.
const SENTENCES = {
  // plan and store
  'plan-file-unreadable': '要点文件不是完整的 JSON 文件（{place}），请重新导出或向提供文件的人再要一份。',
  'file-not-found': '找不到或打不开文件“{file}”，请核对路径。',
  'file-not-utf8': '文件“{file}”不是 UTF-8 编码（可能是记事本的 ANSI 编码），请另存为 UTF-8 后再用。',
  'plan-file-invalid': '要点文件有{count}处不符合格式，第一处在 {place}：{reason}，请改正后再启用。',
  'plan-lead-missing': '还有{count}项没有明确牵头处室（{names}），请先指定牵头处室再启用要点。',
  'store-exists': '这个数据文件夹里已经有台账，请直接打开，或换一个空文件夹新建。',
  'store-missing': '这个数据文件夹里还没有台账，请先新建（init）或打开示例。',
  'store-damaged': '台账文件已损坏或不是本软件的文件，请不要改动它，用最近的备份恢复。',
  'store-from-newer-version':
    '台账由更新版本的软件写成（结构版本{version}），请升级本软件后再打开，数据没有改动。',
  'store-in-use': '台账正由另一个窗口使用（{owner}），请切换到那个窗口，或关闭它以后再试。',
  'data-folder-read-only':
    '数据文件夹不能写入，请检查文件夹权限或U盘写保护，内容没有丢失，改好后再保存一次。',
  'data-folder-gone':
    '找不到数据文件夹里的台账文件（可能已被移走、替换或删除，或U盘已拔出），没有保存，请放回原处再保存一次，或重新打开软件；已填内容仍在页面上。',
  'data-folder-unusable': '“{place}”不能用作数据文件夹，请换一个可以写入的文件夹。',
  'disk-full': '磁盘空间已满，没有保存，请清理磁盘后再保存一次，已填内容仍在页面上。',
  'storage-failed': '保存没有成功（{reason}），台账没有改动，请再试一次；仍不行请联系管理员。',
  'entry-altered': '条目{id}{problem}，可能被改动过，一条也没有接收，台账没有改动，请让对方重新导出后再试。',
  'clock-before-newest': '指定的时间{given}早于台账里最新的一条（{newest}），请改用不早于它的时间。',
  // who acts
  'unknown-person': '没有名为“{name}”的人员，请先由办公室添加，或核对姓名。',
  'person-exists': '已经有名为“{name}”的人员，同名的请加上处室以示区别。',
  'person-name-odd': '姓名“{name}”里有看不见的字符，请重新输入姓名。',
  'not-signed-in': '还没有选择由谁操作，请先选择姓名。',
  'not-permitted': '{name}（{role}）不能{action}，请由{who}办理。',
  'unknown-department': '要点里没有处室“{name}”，请核对处室编号。',
  // figures
  'invalid-input': '填写的内容格式不对：{place} {reason}，请改正后再提交。',
  'input-too-large': '内容太长（超过{limit}），请缩短后再保存。',
  'invalid-month': '“{month}”不是月份，请写成 2020-06 这样的四位年、两位月。',
  'month-outside-plan': '{month}不在本要点的年度（{from}年至{to}年）内，请改选月份。',
  'group-does-not-report': '“{name}”是集体单位，不单独填报，请由牵头处室填报。',
  'unknown-programme': '要点里没有行动“{id}”，请回到总览重新打开。',
  'unknown-indicator': '要点里没有指标“{id}”，请核对编号，其余内容也没有保存。',
  'unknown-measure': '要点里没有举措“{id}”，请核对编号，其余内容也没有保存。',
  'unknown-milestone': '举措“{measure}”没有节点“{id}”，请核对编号，其余内容也没有保存。',
  'unknown-locality': '要点里没有县区园区“{id}”，请核对编号，其余内容也没有保存。',
  'not-your-indicator': '“{item}”由{lead}牵头填报，不归{department}，请交由{lead}填报。',
  'figure-taken-from-elsewhere':
    '“{item}”的数取自《{plan}》的“{source}”，不另外填报，请填那一项，这里自动跟着变。',
  'item-not-in-force': '“{item}”在{month}不在执行期内，请核对月份。',
  'not-by-locality': '“{item}”没有设为按县区园区分解，请只填合计。',
  'locality-figures-present':
    '“{item}”本月已按县区园区填报，不能再填合计，请改各县区园区的数，或先清空它们。',
  'number-not-understood': '“{item}”填的“{text}”不是能用的数，请只填数字，例如 18 或 2.5。',
  'number-out-of-range': '“{item}”填的“{text}”太大或小数位太多，请核对单位（万、亿）后重填。',
  'number-missing': '“{item}”没有填数，请填数字，或选择本月无进展、不适用、尚未统计。',
  'number-with-state': '“{item}”既填了数又选了状态，请只保留一样。',
  'number-with-parts': '“{item}”既填了比率又填了分子分母，请只保留一样。',
  'parts-not-for-this-mode': '“{item}”不是比率指标，请直接填数，不要填分子分母。',
  'parts-incomplete': '“{item}”的分子和分母要一起填，请补全。',
  'parts-needed': '“{item}”按县区园区填报时要填分子和分母，百分比不能直接合并，请补全。',
  'denominator-zero': '“{item}”的分母是0，算不出比率，请核对分母。',
  'negative-needs-note': '“{item}”本月填了负数，请在说明里写明原因（如冲减、核减）再保存。',
  'fall-needs-note': '“{item}”累计数比上次少了（{before}→{after}），请在说明里写明原因再保存。',
  'figure-changed-meanwhile': '“{item}”刚才已被{author}改过，请核对最新的数后再保存，您填的内容仍在页面上。',
  'record-file-unreadable': '填报文件不是完整的 JSON 文件（{place}），请重新生成，台账没有改动。',
  'nothing-to-record': '填报文件里没有任何内容，请核对。',
  'duplicate-cell': '“{item}”在同一份填报里出现了两次，请只保留一次。',
  // submission
  'nothing-to-report': '{department}在{month}没有要填报的内容，不用报送，请核对处室和月份。',
  'cells-blank': '还有{count}项没有填，不能报送，请先补填：{names}。',
  'month-locked': '{department}{month}{state}，数据已锁定，如需修改请写明更正原因。',
  'not-submittable': '{department}{month}{state}，不能再报送，如需修改请写明更正原因。',
  'not-submitted': '{department}{month}还没有报送，不能{action}，请等处室报送后再办。',
  'reason-missing': '{action}必须写明原因，请补写。',
  'already-accepted': '{department}{month}已经审核通过，如需修改请由处室提出更正。',
  // bulletin
  'bulletin-already-frozen': '第{issue}期已经冻结，文字不能再改，有变化请在下一期说明。',
  'bulletin-text-changed-meanwhile':
    '通报文字刚才已被{author}改过，请核对最新的文字后再保存，您写的内容仍在页面上。',
  'bulletin-text-empty': '通报文字是空的，请写好再保存，或恢复为自动拟稿。',
  // looking back
  'month-not-begun': '{month}还没有开始，不能冻结通报，请核对月份。',
  'not-known-then': '{time}时台账里还没有要点，请改选要点启用之后的日期。',
  // plan revision
  'revision-empty': '调整“{item}”的目标要写明新的确保值或力争值，请补写。',
  'stretch-below-committed': '“{item}”的确保{committed}已超过力争{stretch}，请同时写明新的力争值。',
  // amendments, drafts, people
  'amendment-empty': '没有改动任何内容，请先修改再保存调整。',
  'amendment-invalid': '调整后要点有{count}处不成立，第一处：{reason}，请改正后再保存。',
  'amendment-too-early': '{month}{what}，调整不能改动它，请改为从{next}起生效。',
  'no-open-month-left': '{month}{what}，此后要点已没有可以调整的月份，请在下一年的要点里改。',
  'plan-item-missing': '要点里没有编号为“{id}”的事项，可能已被删除，请刷新后重选。',
  'unit-to-itself': '“{unit}”不能并入或移交给自己，请选择另一个处室。',
  'plan-years-taken':
    '这个年度已有启用的要点“{title}”，请在它上面调整，或把草稿的年度改为{next}年；确要两个要点并列执行（如五年规划），请勾选“并列执行”。',
  'plan-not-there': '所选的要点在{month}没有执行，请刷新后重选要点和月份。',
  'plan-unknown': '没有编号或标题为“{plan}”的在用要点，请用 plan list 核对（现有：{known}）。',
  'taken-figure-unfit': '{reason}，请改正后再保存或启用。',
  'item-of-other-plan': '“{item}”不在所选的要点里，一次调整只能改一个要点，请分开保存。',
  'item-id-taken': '编号“{id}”已用于另一个要点的事项，请刷新后重新添加。',
  'amendment-missing': '没有这条调整，可能已经撤回，请刷新后核对。',
  'withdrawal-too-late': '{month}{what}，这条调整不能撤回，请从{next}起另作一次调整。',
  'amendment-built-upon': '撤回后要点有{count}处不成立，第一处：{reason}，请先撤回后来的调整。',
  'amendment-has-people': '撤回后处室“{unit}”不再存在，{name}还在这个处室，请先在设置里调整人员。',
  'indicator-redefined': '{reason}，数据不能接着累计，请给它换一个新编号再启用。',
  'draft-missing': '没有这份要点草稿，可能已启用或删除，请刷新后重选。',
  'draft-to-check': '草稿还有{count}处待核，第一处：{first}，请逐处核对后再启用。',
  'last-office': '“{name}”是唯一的办公室人员，请先添加或指定另一位办公室人员。',
  'successor-is-self': '“{name}”不能把工作移交给自己，请选择另一位接手人。',
  // evidence
  'evidence-is-program':
    '“{name}”是程序或网页一类的文件（.{ending}），为安全起见没有收下，请换成文档、表格、图片或压缩包。',
  'evidence-name-odd': '“{name}”的文件名里有看不见的字符，没有收下，请改名后再添加。',
  'evidence-empty': '“{name}”是空文件，没有收下，请核对后再添加。',
  'evidence-too-large': '“{name}”超过{limit}，没有收下，请压缩或拆分后再添加。',
  'evidence-missing': '数据文件夹里没有“{name}”这份佐证材料，请从备份恢复，或重新添加。',
  'evidence-changed': '“{name}”在添加以后被改动过，没有打开，请从备份恢复，或重新添加。',
  // exports
  'file-not-written': '文件没有写成（{reason}），请解决后再导出；文件正在 Excel 或 WPS 中打开的，请先关闭。',
  'year-outside-plan': '{year}年不在已启用要点的年度（{from}年至{to}年）内，请改选年度。',
  'export-running': '正在导出{file}，请等它完成，或先取消再导出。',
  'export-interrupted': '导出的程序中断了，没有留下文件，台账没有改动，请再导出一次。',
  // workbooks that come in
  'workbook-not-opened': '打不开这个文件（{reason}），请检查文件是否存在、能否读取，再导入一次。',
  'workbook-too-large': '文件有{size}，超过{limit}，没有读入，请删去无关的工作表和图片，另存后再导入。',
  'workbook-old-format': '这是旧格式的文件（.xls 或 .et），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
  'workbook-encrypted': '文件设有打开密码，请用 Excel 或 WPS 取消密码，另存后再导入。',
  'workbook-not-xlsx': '这个文件不是 .xlsx 工作簿（{kind}），请用 Excel 或 WPS 另存为 .xlsx 后再导入。',
  'workbook-damaged': '文件不完整或已损坏（{reason}），没有读入，请用 Excel 或 WPS 打开检查，另存后再导入。',
  'workbook-suspicious':
    '文件的内部结构不正常（{reason}），为安全起见没有读入，请用 Excel 或 WPS 打开，另存为新文件后再导入。',
  'workbook-over-limit':
    '文件的内容超出能读的范围（{reason}），没有读入，请删去无关的行、列和工作表后再导入。',
  'workbook-too-slow': '读这个文件超过{seconds}秒，已经停止，没有读入，请删去无关的内容，另存后再导入。',
  'workbook-reader-stopped': '读这个文件时程序中断，没有读入，台账没有改动，请另存一份后再导入。',
  // fill-in forms that come back
  'form-not-found':
    '文件里没有处室填报表（缺少“本月数”或“本月状态”这样的栏目），请用本软件导出的填报表填写。',
  'form-unidentified': '看不出这份填报表属于哪个处室、哪个月份，请在填报页面选好处室和月份后再导入。',
  'form-elsewhere': '这是{found}的填报表，不是{wanted}的，请核对文件，或先切换到相应的处室和月份。',
  'form-from-newer-version': '这份填报表由更新版本的软件导出，请升级本软件后再导入。',
  'form-heading-twice': '工作表“{sheet}”有两列都叫“{heading}”，不能确定用哪一列，请删去一列后再导入。',
  'form-file-changed': '预览以后文件又改过，没有录入，请重新导入并核对改动。',
  'form-changes-moved': '有{count}处改动和预览时不一样了（{names}），没有录入，请重新导入并核对。',
  // tables of a bureau's own
  'table-not-found':
    '没有找到表头：要有一栏是指标、任务之类的名称，另有一栏是目标、本月数、进展等，请在表里补上表头，或换一张工作表。',
  'table-too-long': '工作表“{sheet}”超过{limit}行，没有读入，请只留要导入的部分，另存后再导入。',
  'table-sheet-missing': '文件里没有工作表“{sheet}”，请重新选择工作表。',
  'table-columns-moved': '栏目和文件对不上，文件可能改过，请重新选择文件并核对栏目。',
  'table-column-twice': '有两列都读作“{meaning}”，请只留一列，另一列改为不读入。',
  'table-name-column-missing': '还没有指明哪一列是名称，请给一列选“指标名称”或“举措（任务、事项）”。',
  'table-nothing-to-read': '除名称以外没有一列要读入，请给要读入的列选好栏目。',
  'table-columns-file':
    '栏目文件有误（{reason}），请写成 {"完成情况": "进展"} 这样的 JSON，标题在前，读作什么在后。',
  'table-plan-empty': '表里没有读到一项指标或举措，请核对栏目，或换一张工作表。',
  // hosts
  'unknown-call': '软件版本不一致，请关闭窗口后重新打开。',
  'not-allowed-here': '请求不是从本软件的窗口发出的，已拒绝。',
  'internal-error': '软件遇到意外情况，没有完成，数据没有改动，请再试一次；仍不行请联系管理员（{reason}）。',
} as const

export type RejectionCode = keyof typeof SENTENCES

export const REJECTION_CODES = Object.keys(SENTENCES) as RejectionCode[]

/** Fills a refusal's sentence. A value longer than 60 characters is cut: a sentence must stay one sentence. */
export function rejectionMessage(
  code: RejectionCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => shorten(String(values[name] ?? '')))
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length <= 60 ? flat : `${flat.slice(0, 59)}…`
}
