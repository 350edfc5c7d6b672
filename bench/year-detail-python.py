# Peers in Python: the rows of a JSON lines file as a workbook, by openpyxl (write_only) or xlsxwriter (constant_memory).
import json
import sys
import time

peer, rows_file, out = sys.argv[1:4]
FORMATS = ['0', '0.00', '0.0%', '"≤"0', '0.000', '0.00%']


def rows():
    with open(rows_file, encoding='utf-8') as lines:
        for line in lines:
            yield json.loads(line)


def with_openpyxl():
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet('明细')
    font = Font(name='仿宋_GB2312', size=11)
    sample = []
    for at in range(12):
        cell = WriteOnlyCell(sheet)
        cell.font = font
        if 4 <= at < 10:
            cell.number_format = FORMATS[at - 4]
        else:
            cell.alignment = Alignment(vertical='top', wrap_text=True)
        sample.append(cell._style)
    began = time.perf_counter()
    for row in rows():
        cells = []
        for at, value in enumerate(row):
            cell = WriteOnlyCell(sheet, value=value)
            cell._style = sample[at]
            cells.append(cell)
        sheet.append(cells)
    book.save(out)
    return began


def with_xlsxwriter():
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {'constant_memory': True})
    sheet = book.add_worksheet('明细')
    font = {'font_name': '仿宋_GB2312', 'font_size': 11}
    text = book.add_format({**font, 'text_wrap': True, 'valign': 'top'})
    formats = [text] * 4 + [book.add_format({**font, 'num_format': each}) for each in FORMATS] + [text] * 2
    began = time.perf_counter()
    for number, row in enumerate(rows()):
        for at, value in enumerate(row):
            sheet.write(number, at, value, formats[at])
    book.close()
    return began


began = {'openpyxl': with_openpyxl, 'xlsxwriter': with_xlsxwriter}[peer]()
print((time.perf_counter() - began) * 1000)
