"""公开稿出现干部姓名."""

import re

from .registry import Finding, Severity, check

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖邝旷覃闫付"
_POST = r"(?:党委书记|党工委书记|镇长|乡长|街道办?主任|副书记|副镇长|副乡长|政法委员|组织委员|宣传委员|纪委书记|人大主席|司法所所?长|派出所所?长|综治办主任|政法办主任|书记)"
_NAME = rf"(?!任[组副主书委成])[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?"
AFTER_POST = re.compile(rf"{_POST}({_NAME})(?=同志|任|担任|为|作为|主持|带队|带头|亲自|作|讲|、|，|（|\(|等)")
COMRADE = re.compile(rf"(?<=[由以，、。任])({_NAME})同志")


@check(Severity.REMINDER, "公开稿出现干部姓名")
def look(paper):
    """Names of officials, which the public edition replaces by their posts."""
    seen = set()
    for match in (*AFTER_POST.finditer(paper.text), *COMRADE.finditer(paper.text)):
        seen.add(match.start(1))
        yield _said(match[1], match.start(1))
    for name in paper.people:
        for match in re.finditer(re.escape(name), paper.text) if len(name) > 1 else ():
            if match.start() not in seen:
                yield _said(name, match.start())


def _said(name, start):
    return Finding(start, start + len(name), f"这里写了姓名“{name}”，公开稿只写职务。")
