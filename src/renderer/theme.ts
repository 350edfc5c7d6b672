// One accent colour, small radii, no motion that carries no meaning. The same values stand in styles/base.css.
import type { ThemeConfig } from 'antd'

export const FONT =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    colorError: '#b8322a',
    colorText: '#1f2733',
    colorTextSecondary: '#5b6573',
    colorBorder: '#cdd3dc',
    borderRadius: 4,
    borderRadiusLG: 6,
    fontFamily: FONT,
    fontSize: 13,
    controlHeight: 30,
    motion: false,
    wireframe: false,
  },
}
