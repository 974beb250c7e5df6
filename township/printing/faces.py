"""The faces of official type: official names first, then what the set-up brings.

Families that are not installed are skipped.
"""

REAL_FANG_SONG = ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FandolFang R")
REAL_KAI = ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FandolKai", "LXGW WenKai")
HEI = ("SimHei", "黑体", "Noto Sans CJK SC")
SONG = ("SimSun", "宋体", "Noto Serif CJK SC")
TITLE_SONG = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "Noto Serif CJK SC")
# Behind the real faces stand those that have the rare characters of names.
FANG_SONG = (*REAL_FANG_SONG, "LXGW WenKai Light", "Noto Serif CJK SC")
KAI = (*REAL_KAI, "Noto Serif CJK SC")
# What a machine must have at least one face of.
ROLES = {"仿宋": REAL_FANG_SONG, "楷体": REAL_KAI, "黑体": HEI, "宋体": SONG, "小标宋": TITLE_SONG}
