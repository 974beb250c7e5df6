"""What a short report needs so that 数据核对 finds no error in it."""

PARTS = (
    "\n二、存在的不足和原因\n宣传面还不广，主要原因是人手少。"
    "\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n对重要工作亲自部署。"
    "\n四、2023年主要安排\n加强培训。"
)
SIGNATURE = "\n毛俊镇人民政府\n2022年12月30日"
