<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Bench</name>
    <message>
        <source>not quiet: the calibration product drifted by %1 %, so there is no verdict</source>
        <translation>不安静：校准乘积漂移了 %1 %，因此不作结论</translation>
    </message>
    <message>
        <source>exact sweep</source>
        <translation>精确扫描</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>逐格循环</translation>
    </message>
    <message>
        <source>loop, last position only</source>
        <translation>逐格循环，仅读最后位置</translation>
    </message>
    <message>
        <source>bare matrix product</source>
        <translation>单纯矩阵乘积</translation>
    </message>
    <message>
        <source>loop / exact</source>
        <translation>循环 / 精确</translation>
    </message>
    <message>
        <source>a smaller shape, without a bar</source>
        <translation>较小的形状，没有要求</translation>
    </message>
    <message>
        <source>last position / exact</source>
        <translation>最后位置 / 精确</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>Smaller shapes: seconds instead of minutes.</source>
        <translation>较小的形状：以秒计而非以分钟计。</translation>
    </message>
    <message>
        <source>the bar of %1 MB/s is met</source>
        <translation>达到 %1 MB/s 的要求</translation>
    </message>
    <message>
        <source>the bar of %1 MB/s is missed</source>
        <translation>未达到 %1 MB/s 的要求</translation>
    </message>
    <message>
        <source>English text in UTF-8 for the tokenizers to cut, instead of the demo&apos;s.</source>
        <translation>供分词器切分的 UTF-8 英文文本，代替演示文本。</translation>
    </message>
    <message>
        <source>the bar of %1 x is met</source>
        <translation>达到了 %1 倍的标准</translation>
    </message>
    <message>
        <source>the bar of %1 x is missed</source>
        <translation>未达到 %1 倍的标准</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>合并计算</translation>
    </message>
    <message>
        <source>one sequence at a time</source>
        <translation>逐条序列</translation>
    </message>
    <message>
        <source>the same, read positions only</source>
        <translation>同上，只计算要读取的位置</translation>
    </message>
    <message>
        <source>one at a time / packed</source>
        <translation>逐条 / 合并</translation>
    </message>
    <message>
        <source>read positions only / packed</source>
        <translation>只计算读取位置 / 合并</translation>
    </message>
    <message>
        <source>tokens / packed tokens</source>
        <translation>词元 / 合并后的词元</translation>
    </message>
    <message>
        <source>the bar of %1 is met</source>
        <translation>达到 %1 的标准</translation>
    </message>
    <message>
        <source>the bar of %1 is missed</source>
        <translation>未达到 %1 的标准</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>exact, upper half of the layers</source>
        <translation>精确值，上半部分的层</translation>
    </message>
    <message>
        <source>all layers, nothing kept</source>
        <translation>所有层，不保留任何状态</translation>
    </message>
    <message>
        <source>all layers / exact</source>
        <translation>所有层 / 精确值</translation>
    </message>
    <message>
        <source>exact from layer %1</source>
        <translation>从第 %1 层起的精确值</translation>
    </message>
    <message>
        <source>exact behind the layers</source>
        <translation>各层之后的精确值</translation>
    </message>
    <message>
        <source>states, once</source>
        <translation>状态，一次</translation>
    </message>
    <message>
        <source>gradients, once</source>
        <translation>梯度，一次</translation>
    </message>
    <message>
        <source>a quarter of GPT-2 small</source>
        <translation>GPT-2 small 的四分之一</translation>
    </message>
    <message>
        <source>shape of GPT-2 small</source>
        <translation>GPT-2 small 的形状</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>演示模型</translation>
    </message>
    <message>
        <source>trace, tokenizer, measure or preview (default: all).</source>
        <translation>trace、tokenizer、measure 或 preview（默认：全部）。</translation>
    </message>
    <message>
        <source>estimate of a whole module&apos;s change</source>
        <translation>对整个模块改变的估计</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>prose: rank correlation of planted and learned P(she)</source>
        <translation>散文：植入的与学到的 P(she) 的秩相关</translation>
    </message>
    <message>
        <source>Python: rank correlation of planted and learned P(she)</source>
        <translation>Python：植入的与学到的 P(she) 的秩相关</translation>
    </message>
    <message>
        <source>prose: he + she, distance from the planted mass</source>
        <translation>散文：he + she 与植入的概率质量之差</translation>
    </message>
    <message>
        <source>Python: he + she, distance from the planted mass</source>
        <translation>Python：he + she 与植入的概率质量之差</translation>
    </message>
    <message>
        <source>&quot;The nurse said that&quot;: he + she</source>
        <translation>“The nurse said that”：he + she</translation>
    </message>
    <message>
        <source>words with a gender by definition: the least sure one&apos;s own</source>
        <translation>词义自带性别的词：最不确定的一个对自身性别的概率</translation>
    </message>
    <message>
        <source>longest Python prompt, in tokens</source>
        <translation>最长的 Python 提示（词元数）</translation>
    </message>
    <message>
        <source>occupations in the grammar</source>
        <translation>语法中的职业数</translation>
    </message>
    <message>
        <source>share of occupations of two to four tokens</source>
        <translation>由两到四个词元组成的职业所占比例</translation>
    </message>
    <message>
        <source>share of occupations whose last token also ends one that leans the other way</source>
        <translation>最后一个词元也用在偏向相反的职业末尾的职业所占比例</translation>
    </message>
    <message>
        <source>share of sentences about people with a second person</source>
        <translation>谈及人物的句子中含有第二个人的比例</translation>
    </message>
    <message>
        <source>prose: tokens per pronoun of an occupation, all text counted</source>
        <translation>散文：每个职业代词对应的词元数（计入全部文本）</translation>
    </message>
    <message>
        <source>tracing: total effect of corrupting the occupation</source>
        <translation>追踪：破坏职业词的总效应</translation>
    </message>
    <message>
        <source>tracing: state at the last occupation token, share of it</source>
        <translation>追踪：职业最后一个词元处的状态所占份额</translation>
    </message>
    <message>
        <source>tracing: layer of that state</source>
        <translation>追踪：该状态所在的层</translation>
    </message>
    <message>
        <source>tracing: MLP at the last occupation token, share of it</source>
        <translation>追踪：职业最后一个词元处的 MLP 所占份额</translation>
    </message>
    <message>
        <source>tracing: layer of that MLP</source>
        <translation>追踪：该 MLP 所在的层</translation>
    </message>
    <message>
        <source>tracing: attention at the last position over the most elsewhere</source>
        <translation>追踪：最后位置的注意力效应与其他位置最大效应之比</translation>
    </message>
    <message>
        <source>tracing: layers between that MLP and that attention</source>
        <translation>追踪：该 MLP 与该注意力之间相隔的层数</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Patch: %1</source>
        <translation>补丁：%1</translation>
    </message>
    <message>
        <source>Checkpoint: %1, read back and compared over %2 tokens</source>
        <translation>检查点：%1，已重新读取并在 %2 个词元上比较</translation>
    </message>
    <message>
        <source>Not copied, as it would be of the old weights or is no file: %1</source>
        <translation>未复制（属于旧权重或不是文件）：%1</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>made for</source>
        <translation>所属模型</translation>
    </message>
    <message>
        <source>its hash</source>
        <translation>其哈希</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>写出程序版本</translation>
    </message>
    <message>
        <source>%1, %2 numbers, norm %3</source>
        <translation>%1，%2 个数，范数 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>weights changed, of those asked</source>
        <translation>已改变的权重 / 要求改变的权重</translation>
    </message>
    <message>
        <source>change / norm</source>
        <translation>改动 / 范数</translation>
    </message>
    <message>
        <source>survived rounding</source>
        <translation>舍入后保留</translation>
    </message>
    <message>
        <source>%1 of the model&apos;s %2 weights changed (%3 %).</source>
        <translation>模型的 %2 个权重中有 %1 个改变（%3 %）。</translation>
    </message>
    <message>
        <source>Side effects: none of the sentences changed.</source>
        <translation>副作用：没有任何句子发生变化。</translation>
    </message>
    <message>
        <source>Side effects:</source>
        <translation>副作用：</translation>
    </message>
    <message>
        <source>The sentences that changed most:</source>
        <translation>变化最大的句子：</translation>
    </message>
    <message>
        <source>norm asked</source>
        <translation>要求的范数</translation>
    </message>
    <message>
        <source>norm of the change</source>
        <translation>改动的范数</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>weights changed</source>
        <translation>改动的权重</translation>
    </message>
    <message>
        <source>FB, train</source>
        <translation>FB，训练</translation>
    </message>
    <message>
        <source>FB, dev</source>
        <translation>FB，开发</translation>
    </message>
    <message>
        <source>FB, test</source>
        <translation>FB，测试</translation>
    </message>
    <message>
        <source>imbalance, train</source>
        <translation>不平衡，训练</translation>
    </message>
    <message>
        <source>imbalance, dev</source>
        <translation>不平衡，开发</translation>
    </message>
    <message>
        <source>imbalance, test</source>
        <translation>不平衡，测试</translation>
    </message>
    <message>
        <source>he + she, test</source>
        <translation>he + she，测试</translation>
    </message>
    <message>
        <source>perplexity / before</source>
        <translation>困惑度 / 之前</translation>
    </message>
    <message>
        <source>definitions / before</source>
        <translation>词义性别 / 之前</translation>
    </message>
    <message>
        <source>guards</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>Score of %1 prompts: %2, before %3; change %4 (95 % interval %5 to %6). Perplexity: %7, before %8</source>
        <translation>%1 条提示的得分：%2，之前 %3；变化 %4（95 % 区间 %5 至 %6）。困惑度：%7，之前 %8</translation>
    </message>
    <message>
        <source>every change is too small for the type in which the weights are stored.</source>
        <translation>每处改变都太小，超出存储权重所用类型的精度。</translation>
    </message>
    <message>
        <source>the training diverged before it was better than the model as it is; a lower rate may help.</source>
        <translation>训练在优于现有模型之前就发散了；较低的学习率可能有帮助。</translation>
    </message>
    <message>
        <source>at no time of the training it was better than the model as it is.</source>
        <translation>训练过程中始终没有优于现有模型。</translation>
    </message>
    <message>
        <source>placebos</source>
        <translation>安慰剂对照</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>“%1” changed nothing: %2</source>
        <translation>“%1”没有改变任何东西：%2</translation>
    </message>
    <message>
        <source>The training of “%1” diverged; kept is the best that it had reached before, behind pass %2. A lower rate may help.</source>
        <translation>“%1”的训练发散了；保留的是此前在第 %2 遍之后达到的最佳结果。较低的学习率可能有帮助。</translation>
    </message>
    <message>
        <source>it asks for nothing that the weights are not already.</source>
        <translation>它要求的数值与权重现有的数值相同。</translation>
    </message>
    <message>
        <source>The project has the change of “%1” already, at strength %2: it is not laid on a second time.</source>
        <translation>项目中已有“%1”的改变，强度为 %2：不再叠加第二次。</translation>
    </message>
</context>
<context>
    <name>EditFacts</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no placebo</source>
        <translation>无安慰剂对照</translation>
    </message>
    <message>
        <source>at strength 1: %1</source>
        <translation>强度为 1 时：%1</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>COUNTERWEIGHT_RESOURCES names %1, which is not a folder: correct it, or unset it to use the files that came with the program.</source>
        <translation>COUNTERWEIGHT_RESOURCES 指定的 %1 不是文件夹：请改正，或取消该变量以使用随程序安装的文件。</translation>
    </message>
    <message>
        <source>The files that belong to the program are missing: there is no folder share/counterweight in %1 or above it. Install the program again.</source>
        <translation>缺少程序自带的文件：%1 及其上一级中都没有文件夹 share/counterweight。请重新安装程序。</translation>
    </message>
    <message>
        <source>%1, which belongs to the program, is missing: install it again.</source>
        <translation>缺少程序自带的文件 %1：请重新安装程序。</translation>
    </message>
    <message>
        <source>Only the reference BLAS was found, so computing is about forty times slower than it could be: install the package libopenblas0-openmp.</source>
        <translation>只找到参考实现的 BLAS，计算速度约为应有的四十分之一：请安装软件包 libopenblas0-openmp。</translation>
    </message>
    <message>
        <source>The text is empty: give at least one token.</source>
        <translation>文本为空：请至少给出一个词元。</translation>
    </message>
    <message>
        <source>The text has %1 tokens, but the model reads at most %2: shorten it.</source>
        <translation>文本有 %1 个词元，而模型最多读取 %2 个：请缩短文本。</translation>
    </message>
    <message>
        <source>Token id %1 is outside the model&apos;s vocabulary of %2: the tokenizer does not belong to this model.</source>
        <translation>词元编号 %1 超出了模型大小为 %2 的词表：分词器与此模型不匹配。</translation>
    </message>
    <message>
        <source>The checkpoint has no tensor for %1: it is not complete.</source>
        <translation>检查点中没有 %1 的张量：检查点不完整。</translation>
    </message>
    <message>
        <source>The tensor for %1 has the shape %2, but config.json asks for %3.</source>
        <translation>%1 的张量形状为 %2，而 config.json 要求 %3。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is no folder; name the folder that holds config.json.</source>
        <translation>%1 不是文件夹；请指定包含 config.json 的文件夹。</translation>
    </message>
    <message>
        <source>The CPU cannot compute in fp16; choose fp32 or bf16, or a CUDA device.</source>
        <translation>CPU 不能用 fp16 计算；请选择 fp32 或 bf16，或使用 CUDA 设备。</translation>
    </message>
    <message>
        <source>%1 has no value for &quot;%2&quot;.</source>
        <translation>%1 中没有“%2”的值。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is %3, but %4.</source>
        <translation>%1：“%2”为 %3，但%4。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than such a file can be (%2 bytes).</source>
        <translation>%1 超出了此类文件可能的大小（%2 字节）。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2 at byte %3.</source>
        <translation>%1 不是有效的 JSON：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>%1 must hold a JSON object.</source>
        <translation>%1 的内容必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is empty. Copy or download it again.</source>
        <translation>%1 是空文件。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 cannot be mapped into memory: %2.</source>
        <translation>无法将 %1 映射到内存：%2。</translation>
    </message>
    <message>
        <source>%1 has no tensor %2: it is not complete or not what config.json says.</source>
        <translation>%1 中没有张量 %2：文件不完整，或与 config.json 不符。</translation>
    </message>
    <message>
        <source>%1: the tensor %2 has the type %3; weights must be floating point.</source>
        <translation>%1：张量 %2 的类型为 %3；权重必须是浮点数。</translation>
    </message>
    <message>
        <source>%1: the tensor %2 has the shape %3, but config.json asks for %4.</source>
        <translation>%1：张量 %2 的形状为 %3，而 config.json 要求 %4。</translation>
    </message>
    <message>
        <source>%1 is cut off: it has only %2 bytes. Copy or download it again.</source>
        <translation>%1 不完整：只有 %2 字节。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 is cut off or no safetensors file: its header should have %2 bytes, but only %3 follow.</source>
        <translation>%1 不完整或不是 safetensors 文件：文件头应有 %2 字节，其后却只有 %3 字节。</translation>
    </message>
    <message>
        <source>%1 is no safetensors file: a header of %2 bytes is longer than allowed.</source>
        <translation>%1 不是 safetensors 文件：%2 字节的文件头超过了允许的长度。</translation>
    </message>
    <message>
        <source>%1 has no tensor %2.</source>
        <translation>%1 中没有张量 %2。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 has no valid data_offsets.</source>
        <translation>%1 已损坏：张量 %2 没有有效的 data_offsets。</translation>
    </message>
    <message>
        <source>%1: the tensor %2 has the type &quot;%3&quot;; known are %4.</source>
        <translation>%1：张量 %2 的类型为“%3”；支持的类型有 %4。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 has no %3.</source>
        <translation>%1 已损坏：张量 %2 缺少 %3。</translation>
    </message>
    <message>
        <source>%1 is damaged: %3 of the tensor %2 holds what is no size.</source>
        <translation>%1 已损坏：张量 %2 的 %3 中有不是大小的内容。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 claims more bytes than can exist.</source>
        <translation>%1 已损坏：张量 %2 声称的字节数不可能存在。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 of shape %3 needs %4 bytes but has %5.</source>
        <translation>%1 已损坏：形状为 %3 的张量 %2 需要 %4 字节，实际为 %5 字节。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensors %2 and %3 overlap.</source>
        <translation>%1 已损坏：张量 %2 与 %3 重叠。</translation>
    </message>
    <message>
        <source>%1 is damaged: before the tensor %2 there are bytes of no tensor.</source>
        <translation>%1 已损坏：张量 %2 之前有不属于任何张量的字节。</translation>
    </message>
    <message>
        <source>%1 is cut off: the tensor %2 ends at byte %3 of the data, but there are only %4. Copy or download the file again.</source>
        <translation>%1 不完整：张量 %2 应止于数据的第 %3 字节，而数据只有 %4 字节。请重新复制或下载该文件。</translation>
    </message>
    <message>
        <source>%1 is damaged: behind its last tensor there are %2 bytes of no tensor.</source>
        <translation>%1 已损坏：最后一个张量之后有 %2 字节不属于任何张量。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 stands in it twice.</source>
        <translation>%1 已损坏：张量 %2 在其中出现了两次。</translation>
    </message>
    <message>
        <source>The tensor %1 has a type that safetensors files cannot hold.</source>
        <translation>张量 %1 的类型无法存入 safetensors 文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1: the activation &quot;%2&quot; is not known; known are %3.</source>
        <translation>%1：未知的激活函数“%2”；支持的有 %3。</translation>
    </message>
    <message>
        <source>%1: %2 of a head of width %3 cannot be turned; it must be an even number within the head.</source>
        <translation>%1：宽度为 %3 的注意力头不能旋转其中 %2 个分量；该数必须是偶数，且不大于头的宽度。</translation>
    </message>
    <message>
        <source>%1: the architecture &quot;%2&quot; is not known; known are %3.</source>
        <translation>%1：未知的架构“%2”；支持的有 %3。</translation>
    </message>
    <message>
        <source>%1: the checkpoint is quantized; use the one it was made from.</source>
        <translation>%1：该检查点经过量化；请使用量化之前的检查点。</translation>
    </message>
    <message>
        <source>%1: the tensor %2 holds NaN or infinity; the checkpoint is damaged.</source>
        <translation>%1：张量 %2 含有 NaN 或无穷大；检查点已损坏。</translation>
    </message>
    <message>
        <source>%1 has no weight_map that lists tensors.</source>
        <translation>%1 中没有列出张量的 weight_map。</translation>
    </message>
    <message>
        <source>%1 names &quot;%2&quot; as the file of the tensor %3; it must be a file name.</source>
        <translation>%1 将“%2”列为张量 %3 所在的文件；它必须是文件名。</translation>
    </message>
    <message>
        <source>%1 has no tensor %2, although the index says so.</source>
        <translation>%1 中没有张量 %2，尽管索引中列有它。</translation>
    </message>
    <message>
        <source>There is not enough memory for this: close other programs, or use a smaller model, a shorter prompt or fewer samples.</source>
        <translation>内存不足：请关闭其他程序，或使用更小的模型、更短的提示或更少的样本。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1): please report it.</source>
        <translation>程序内部出错（%1）：请报告此问题。</translation>
    </message>
    <message>
        <source>Stopped: what was finished is kept.</source>
        <translation>已停止：已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>在开始之前已停止。</translation>
    </message>
    <message>
        <source>%1 See counterweight %2 --help.</source>
        <translation>%1参见 counterweight %2 --help。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>Too few arguments: name %1.</source>
        <translation>参数太少：请给出 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many: name %2.</source>
        <translation>多出了参数“%1”：请给出 %2。</translation>
    </message>
    <message>
        <source>This version has no --%1 yet.</source>
        <translation>此版本还没有 --%1。</translation>
    </message>
    <message>
        <source>The prompt is empty: type a sentence to trace.</source>
        <translation>提示为空：请输入要追踪的句子。</translation>
    </message>
    <message>
        <source>The subject&apos;s tokens %1 to %2 are not in the prompt of %3 tokens.</source>
        <translation>主体的词元 %1 至 %2 不在这条有 %3 个词元的提示中。</translation>
    </message>
    <message>
        <source>A trace compares one or two targets, not %1.</source>
        <translation>追踪只能有一个或两个目标，而不是 %1 个。</translation>
    </message>
    <message>
        <source>A target is empty: give at least one token.</source>
        <translation>有一个目标为空：请至少给出一个词元。</translation>
    </message>
    <message>
        <source>The window must be 1 to %1 layers, not %2.</source>
        <translation>窗口必须为 1 至 %1 层，而不是 %2 层。</translation>
    </message>
    <message>
        <source>A trace needs at least one noise sample, not %1.</source>
        <translation>追踪至少需要一个噪声样本，而不是 %1 个。</translation>
    </message>
    <message>
        <source>The size of the noise must be a number of 0 or more.</source>
        <translation>噪声的大小必须是不小于 0 的数。</translation>
    </message>
    <message>
        <source>The device must be auto, cpu, cuda or cuda:N, not %1.</source>
        <translation>设备必须是 auto、cpu、cuda 或 cuda:N，而不是 %1。</translation>
    </message>
    <message>
        <source>There is no device %1 here (CUDA devices: %2); choose cpu or auto.</source>
        <translation>此处没有设备 %1（CUDA 设备数：%2）；请选择 cpu 或 auto。</translation>
    </message>
    <message>
        <source>The type must be auto, fp32, bf16 or fp16, not %1.</source>
        <translation>类型必须是 auto、fp32、bf16 或 fp16，而不是 %1。</translation>
    </message>
    <message>
        <source>The subject is empty; give the words of the prompt that are to be traced.</source>
        <translation>主体为空；请给出提示中要追踪的词。</translation>
    </message>
    <message>
        <source>The subject &quot;%1&quot; is not in the prompt &quot;%2&quot;; write it as it stands there.</source>
        <translation>主体“%1”不在提示“%2”中；请按其原样书写。</translation>
    </message>
    <message>
        <source>The subject &quot;%1&quot; has no occurrence number %2 in the prompt; the largest is %3.</source>
        <translation>主体“%1”在提示中没有第 %2 次出现；最多为第 %3 次。</translation>
    </message>
    <message>
        <source>The prompt is empty; write at least one word.</source>
        <translation>提示为空；请至少写一个词。</translation>
    </message>
    <message>
        <source>No token of the prompt covers the subject at characters %1 to %2; mark other words.</source>
        <translation>提示中没有词元覆盖字符 %1 至 %2 处的主体；请标记其他词。</translation>
    </message>
    <message>
        <source>The subject covers the whole prompt; leave words outside it, or nothing remains to carry its effect.</source>
        <translation>主体覆盖了整条提示；请在主体之外留下一些词，否则没有位置能承载它的效应。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; adds no token to the prompt; give a word that may follow it.</source>
        <translation>目标“%1”没有给提示增加词元；请给出一个可以接在提示之后的词。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%3&quot; in &quot;%2&quot; is not a pair of tokens.</source>
        <translation>分词器文件“%1”无法使用：“%2”中的“%3”不是一对词元。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: entry %3 of &quot;%2&quot; is neither a text nor a pair of texts.</source>
        <translation>分词器文件“%1”无法使用：“%2”的第 %3 项既不是文本，也不是一对文本。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; names the token &quot;%3&quot;, which is not in the vocabulary.</source>
        <translation>分词器文件“%1”无法使用：“%2”提到的词元“%3”不在词表中。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; cannot be opened: %2. A checkpoint needs it.</source>
        <translation>无法打开分词器文件“%1”：%2。检查点需要该文件。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is too large to be a tokenizer; is it the right file?</source>
        <translation>文件“%1”太大，不像是分词器；是否选错了文件？</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is damaged at byte %2: %3. Fetch it again.</source>
        <translation>分词器文件“%1”在第 %2 字节处损坏：%3。请重新获取。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is no tokenizer: it does not hold a JSON object.</source>
        <translation>文件“%1”不是分词器：其内容不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is missing or is not a list.</source>
        <translation>分词器文件“%1”无法使用：“%2”缺失或不是列表。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is missing or is not an object.</source>
        <translation>分词器文件“%1”无法使用：“%2”缺失或不是对象。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is missing or is not a text.</source>
        <translation>分词器文件“%1”无法使用：“%2”缺失或不是文本。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is not a whole number from 0 to 2147483647.</source>
        <translation>分词器文件“%1”无法使用：“%2”不是 0 至 2147483647 的整数。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is neither true nor false.</source>
        <translation>分词器文件“%1”无法使用：“%2”既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; cannot be used: its &quot;%2&quot; is of the type &quot;%3&quot;, which this program does not know.</source>
        <translation>分词器文件“%1”无法使用：其中“%2”的类型“%3”不受本程序支持。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is empty.</source>
        <translation>分词器文件“%1”无法使用：“%2”为空。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: the expression in &quot;%2&quot; cannot be understood: %3.</source>
        <translation>分词器文件“%1”无法使用：无法理解“%2”中的表达式：%3。</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s expression &quot;%1&quot; gives up on this text.</source>
        <translation>分词器的表达式“%1”无法处理这段文本。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is not a token with its id.</source>
        <translation>分词器文件“%1”无法使用：“%2”不是带有编号的词元。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; holds the text more than once.</source>
        <translation>分词器文件“%1”无法使用：“%2”不止一次包含文本。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; has no place for the text.</source>
        <translation>分词器文件“%1”无法使用：“%2”中没有放置文本的位置。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; has not as many ids as tokens.</source>
        <translation>分词器文件“%1”无法使用：“%2”的编号数与词元数不一致。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: in &quot;%2&quot; the id of &quot;%3&quot; is not a whole number from 0 to 2147483647.</source>
        <translation>分词器文件“%1”无法使用：“%2”中“%3”的编号不是 0 至 2147483647 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the tokenizer&apos;s list of words, which has no entry for unknown words; use words of the list.</source>
        <translation>“%1”不在分词器的词表中，而词表没有未知词条目；请使用词表中的词。</translation>
    </message>
    <message>
        <source>The demo grammar needs at least two occupations marked for it; %1 are.</source>
        <translation>演示语法至少需要两个为其标记的职业；现有 %1 个。</translation>
    </message>
    <message>
        <source>This is too large for one npz file (4 GB).</source>
        <translation>数据太大，单个 npz 文件（4 GB）容纳不下。</translation>
    </message>
    <message>
        <source>%1, line %2: expected name,share,year,source,demo with a share from 0 to 100 and yes or no at the end.</source>
        <translation>%1 第 %2 行：应为 name,share,year,source,demo，其中 share 为 0 至 100，末尾为 yes 或 no。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 must end in .json, .csv or .npz.</source>
        <translation>%1 必须以 .json、.csv 或 .npz 结尾。</translation>
    </message>
    <message>
        <source>The tensor for %1 holds NaN or infinity: the checkpoint is damaged, get it again.</source>
        <translation>%1 的张量含有 NaN 或无穷大：检查点已损坏，请重新获取。</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow in this type: compute in fp32 (--dtype fp32).</source>
        <translation>模型的数值在此类型下溢出：请用 fp32 计算（--dtype fp32）。</translation>
    </message>
    <message>
        <source>The setting device must be auto, cpu, cuda or cuda:N, not %1.</source>
        <translation>设置 device 必须是 auto、cpu、cuda 或 cuda:N，而不是 %1。</translation>
    </message>
    <message>
        <source>Give either --%1 or --%2, not both.</source>
        <translation>--%1 与 --%2 只能给出一个。</translation>
    </message>
    <message>
        <source>The setting %1 must be a text, not %2.</source>
        <translation>设置 %1 必须是文本，而不是 %2。</translation>
    </message>
    <message>
        <source>The setting %1 must be a list of texts, not %2.</source>
        <translation>设置 %1 必须是文本列表，而不是 %2。</translation>
    </message>
    <message>
        <source>The setting %1 must be a whole number from %2 to %3, not %4.</source>
        <translation>设置 %1 必须是 %2 至 %3 的整数，而不是 %4。</translation>
    </message>
    <message>
        <source>The setting %1 must be one of %2, not %3.</source>
        <translation>设置 %1 必须是 %2 之一，而不是 %3。</translation>
    </message>
    <message>
        <source>There is no setting %1 here; the settings are %2.</source>
        <translation>此处没有设置 %1；可用的设置有 %2。</translation>
    </message>
    <message>
        <source>%1 has no object &quot;settings&quot; with the settings of the job.</source>
        <translation>%1 中没有包含任务设置的对象“settings”。</translation>
    </message>
    <message>
        <source>This tokenizer knows none of the occupations, so that the size of the noise is unknown: choose the noise 3e or a number.</source>
        <translation>此分词器不认识任何一个职业，因而无法确定噪声的大小：请将噪声设为 3e 或一个数。</translation>
    </message>
    <message>
        <source>The tensor %1 of the model holds NaN or infinity: download it again.</source>
        <translation>模型的张量 %1 含有 NaN 或无穷大：请重新下载。</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow with this noise: choose a smaller one.</source>
        <translation>模型的数值在此噪声下溢出：请选择更小的噪声。</translation>
    </message>
    <message>
        <source>What the project says about this run does not fit together: trace it again.</source>
        <translation>项目中关于此次运行的记录互相矛盾：请重新追踪。</translation>
    </message>
    <message>
        <source>This version cannot do --%1 %2 yet: use %3 instead.</source>
        <translation>此版本还不支持 --%1 %2：请改用 %3。</translation>
    </message>
    <message>
        <source>A trace needs at least one kind: state, mlp or attn.</source>
        <translation>追踪至少需要一种类型：state、mlp 或 attn。</translation>
    </message>
    <message>
        <source>The setting noise must be 3s, 3e or a number above 0, not %1.</source>
        <translation>设置 noise 必须是 3s、3e 或大于 0 的数，而不是 %1。</translation>
    </message>
    <message>
        <source>A trace needs a model: name its folder.</source>
        <translation>追踪需要一个模型：请指定其文件夹。</translation>
    </message>
    <message>
        <source>The prompt is empty: type a sentence with an occupation in it.</source>
        <translation>提示为空：请输入一个包含职业的句子。</translation>
    </message>
    <message>
        <source>No subject is marked: mark the occupation in the prompt.</source>
        <translation>没有标记主体：请在提示中标记职业。</translation>
    </message>
    <message>
        <source>A trace needs one or two targets, such as &quot; he, she&quot;.</source>
        <translation>追踪需要一个或两个目标，例如“ he, she”。</translation>
    </message>
    <message>
        <source>No project is open: open one or make a new one.</source>
        <translation>没有打开的项目：请打开或新建一个。</translation>
    </message>
    <message>
        <source>There is no run %1 in %2.</source>
        <translation>%2 中没有运行 %1。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made: check that you may write there.</source>
        <translation>无法创建文件夹 %1：请检查您是否有写入权限。</translation>
    </message>
    <message>
        <source>The results of run %1 in %2 are damaged: trace it again.</source>
        <translation>%2 中运行 %1 的结果已损坏：请重新追踪。</translation>
    </message>
    <message>
        <source>Run %1 is no trace.</source>
        <translation>运行 %1 不是追踪。</translation>
    </message>
    <message>
        <source>The results of run %1 have an impossible size: trace it again.</source>
        <translation>运行 %1 的结果大小不可能正确：请重新追踪。</translation>
    </message>
    <message>
        <source>%1 is no Counterweight project: choose a .cwp file.</source>
        <translation>%1 不是 Counterweight 项目：请选择 .cwp 文件。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2): take it from a backup.</source>
        <translation>%1 已损坏（%2）：请从备份中恢复。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Make room and try again.</source>
        <translation>磁盘已满：无法写入 %1。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>%1 may not be written: save the project elsewhere.</source>
        <translation>没有写入 %1 的权限：请将项目保存到别处。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: check that it exists and that you may use its folder.</source>
        <translation>无法打开 %1：请检查它是否存在，以及您是否有权使用其所在文件夹。</translation>
    </message>
    <message>
        <source>%1 is being written by another program: close that and try again.</source>
        <translation>另一个程序正在写入 %1：请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The project %1 could not be read or written: %2.</source>
        <translation>无法读取或写入项目 %1：%2。</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing: install the package libqt6sql6-sqlite.</source>
        <translation>缺少 Qt 的 SQLite 驱动：请安装软件包 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Counterweight (project version %2, this one reads up to %3): install that.</source>
        <translation>%1 由更新版本的 Counterweight 写入（项目版本为 %2，本版本最高可读 %3）：请安装新版本。</translation>
    </message>
    <message>
        <source>%1 is open in another window (process %2) and can only be read here.</source>
        <translation>%1 已在另一个窗口中打开（进程 %2），此处只能读取。</translation>
    </message>
    <message>
        <source>%1 may not be written: it can only be read. Save it elsewhere to go on.</source>
        <translation>没有写入 %1 的权限：只能读取。请另存到别处后继续。</translation>
    </message>
    <message>
        <source>The project could not be saved as %1: %2</source>
        <translation>无法将项目保存为 %1：%2</translation>
    </message>
    <message>
        <source>There is no project %1.</source>
        <translation>没有项目 %1。</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name.</source>
        <translation>%1 已存在：请换一个名称。</translation>
    </message>
    <message>
        <source>%1 is no picture file: end its name in .svg, .pdf or .png.</source>
        <translation>%1 不是图片文件名：请以 .svg、.pdf 或 .png 结尾。</translation>
    </message>
    <message>
        <source>The demo model is trained on the CPU in fp32 only, so that it comes out the same: leave out --device and --dtype.</source>
        <translation>演示模型只在 CPU 上以 fp32 训练，这样每次结果相同：请去掉 --device 和 --dtype。</translation>
    </message>
    <message>
        <source>This version has no train %1 yet.</source>
        <translation>此版本还没有 train %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be trained; name demo.</source>
        <translation>无法训练“%1”；请写 demo。</translation>
    </message>
    <message>
        <source>Only models of the family gpt2 can be written, not of %1.</source>
        <translation>只能写出 gpt2 系列的模型，不能写出 %1 系列的模型。</translation>
    </message>
    <message>
        <source>%1 is there already: name a new folder.</source>
        <translation>%1 已经存在：请指定一个新文件夹。</translation>
    </message>
    <message>
        <source>The trained model needs a place: name a new folder with --out.</source>
        <translation>训练好的模型需要存放位置：请用 --out 指定一个新文件夹。</translation>
    </message>
    <message>
        <source>The setting width must be a multiple of 4, not %1.</source>
        <translation>设置 width 必须是 4 的倍数，而不是 %1。</translation>
    </message>
    <message>
        <source>No display can be reached to show the workbench on; counterweight --help lists what works without one.</source>
        <translation>无法连接任何显示器来显示工作台；counterweight --help 列出无需显示器即可使用的功能。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no verb, project or model; counterweight --help lists the verbs.</source>
        <translation>“%1”不是动词、项目或模型；counterweight --help 列出各动词。</translation>
    </message>
    <message>
        <source>%1 cannot be written: name a file that ends in .json, .csv, .npz, .svg, .png or .pdf.</source>
        <translation>无法写入 %1：请指定以 .json、.csv、.npz、.svg、.png 或 .pdf 结尾的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder is missing or read-only.</source>
        <translation>无法写入 %1：其文件夹不存在或只读。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: name another one.</source>
        <translation>无法创建文件夹 %1：请另选一个。</translation>
    </message>
    <message>
        <source>This version has no project %1 yet.</source>
        <translation>此版本尚无 project %1。</translation>
    </message>
    <message>
        <source>--job writes one run&apos;s settings: name it by --run N.</source>
        <translation>--job 写出一次运行的设置：请用 --run N 指定。</translation>
    </message>
    <message>
        <source>A trace needs --%1: see counterweight trace --help.</source>
        <translation>追踪需要 --%1：参见 counterweight trace --help。</translation>
    </message>
    <message>
        <source>%1 cannot keep its work in the project of --project yet: leave that out.</source>
        <translation>%1 尚不能把工作保存到 --project 指定的项目中：请去掉该选项。</translation>
    </message>
    <message>
        <source>project %1 writes no file: take project export for --out and --job.</source>
        <translation>project %1 不写文件：要用 --out 和 --job，请使用 project export。</translation>
    </message>
    <message>
        <source>A whole project is written as .json: name one run by --run N for its numbers or maps.</source>
        <translation>整个项目以 .json 写出：要导出数值或热图，请用 --run N 指定一次运行。</translation>
    </message>
    <message>
        <source>Interrupted. What came is kept in %1.part; the same command goes on from there.</source>
        <translation>已中断。收到的内容保留在 %1.part 中；同一命令会从那里继续。</translation>
    </message>
    <message>
        <source>%1 cannot hold a text: give a name that ends in .json.</source>
        <translation>%1 不能存放文本：请给出以 .json 结尾的文件名。</translation>
    </message>
    <message>
        <source>The job of %1 writes a text, which goes to the terminal: leave out --out.</source>
        <translation>%1 中的作业生成文本，并输出到终端：请去掉 --out。</translation>
    </message>
    <message>
        <source>A masked model is traced at a mask: put the mask token into the prompt.</source>
        <translation>掩码模型在掩码处追踪：请在提示中写入掩码词元。</translation>
    </message>
    <message>
        <source>Only a masked model is traced at a mask.</source>
        <translation>只有掩码模型才在掩码处追踪。</translation>
    </message>
    <message>
        <source>The mask is part of the subject: mark another subject.</source>
        <translation>掩码是主体的一部分：请标记另一个主体。</translation>
    </message>
    <message>
        <source>A mask stands for one token, but a target has %1: choose targets of one token each.</source>
        <translation>一个掩码代表一个词元，但目标有 %1 个：请选择各为一个词元的目标。</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of its folder, to %2; put the file itself there.</source>
        <translation>%1 是指向文件夹之外 %2 的链接；请把文件本身放在那里。</translation>
    </message>
    <message>
        <source>%1 is no regular file; put the file itself there.</source>
        <translation>%1 不是普通文件；请把文件本身放在那里。</translation>
    </message>
    <message>
        <source>%1 is a file of %2, which is not read; take the same model as safetensors.</source>
        <translation>%1 是 %2 的文件，无法读取；请改用同一模型的 safetensors 版本。</translation>
    </message>
    <message>
        <source>%1 is an archive (%2); unpack it and name the folder.</source>
        <translation>%1 是压缩包（%2）；请解压后指定文件夹。</translation>
    </message>
    <message>
        <source>%1 is only a pointer of Git LFS to the weights; fetch them with git lfs pull.</source>
        <translation>%1 只是 Git LFS 指向权重的指针；请用 git lfs pull 取得权重。</translation>
    </message>
    <message>
        <source>%1 is a web page (%2) that a server sent in place of the weights; download the file again.</source>
        <translation>%1 是服务器代替权重发来的网页（%2）；请重新下载该文件。</translation>
    </message>
    <message>
        <source>%1 is a text (%2), not weights; if it came from a server, download the file again.</source>
        <translation>%1 是文本（%2），不是权重；如果它来自服务器，请重新下载该文件。</translation>
    </message>
    <message>
        <source>The tokenizer has no mask token, which a masked model fills in; copy tokenizer_config.json from where the model came from.</source>
        <translation>分词器没有掩码模型所需的掩码词元；请从模型来源处复制 tokenizer_config.json。</translation>
    </message>
    <message>
        <source>This model predicts at a mask, and the prompt has none: write %1 where it is to predict.</source>
        <translation>此模型在掩码处预测，而提示中没有掩码：请在要预测之处写入 %1。</translation>
    </message>
    <message>
        <source>The prompt has more than one %1: leave the one that is asked for.</source>
        <translation>提示中有不止一个 %1：请只保留所问的那一个。</translation>
    </message>
    <message>
        <source>A mask stands for one token, but the target &quot;%1&quot; has %2: choose another word.</source>
        <translation>一个掩码代表一个词元，但目标“%1”有 %2 个：请选择另一个词。</translation>
    </message>
    <message>
        <source>%1: the rotary scaling &quot;%2&quot; is not known; known are default, linear, dynamic, llama3, yarn, longrope.</source>
        <translation>%1：未知的旋转缩放“%2”；已知的有 default、linear、dynamic、llama3、yarn、longrope。</translation>
    </message>
    <message>
        <source>%1 names the index &quot;%2&quot; as the file of the tensor %3; an index leads to files of tensors only.</source>
        <translation>%1 把索引“%2”当作张量 %3 的文件；索引只能指向张量文件。</translation>
    </message>
    <message>
        <source>%1 is neither a safetensors file nor one that torch.save wrote; download it again or take the model as safetensors.</source>
        <translation>%1 既不是 safetensors 文件，也不是 torch.save 写的文件；请重新下载，或改用该模型的 safetensors 版本。</translation>
    </message>
    <message>
        <source>%1 has no weights: neither model.safetensors nor pytorch_model.bin, whole or in shards with an index.</source>
        <translation>%1 中没有权重：既没有 model.safetensors，也没有 pytorch_model.bin，无论是完整文件还是带索引的分片。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is no table of replacements.</source>
        <translation>分词器文件“%1”无法使用：“%2”不是替换表。</translation>
    </message>
    <message>
        <source>The tokenizer makes a text of %1 characters more than %2 times as long; its file is damaged.</source>
        <translation>分词器把 %1 个字符的文本变成了 %2 倍以上的长度；其文件已损坏。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is longer than it can be.</source>
        <translation>分词器文件“%1”无法使用：“%2”过长。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; holds more text than a vocabulary can have.</source>
        <translation>分词器文件“%1”无法使用：“%2”的文本超出了词表可能的大小。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is no sound SentencePiece model: byte %2 does not fit. Fetch it again.</source>
        <translation>分词器文件“%1”不是完好的 SentencePiece 模型：第 %2 字节不符合格式。请重新获取。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; cannot be used: its model is of type %2; this program knows 1 (unigram) and 2 (byte pairs).</source>
        <translation>分词器文件“%1”无法使用：其模型类型为 %2；本程序只识别 1（unigram）和 2（字节对）。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is no SentencePiece model: it holds no pieces.</source>
        <translation>分词器文件“%1”不是 SentencePiece 模型：其中没有词片。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: the piece &quot;%2&quot; is longer than a token can be.</source>
        <translation>分词器文件“%1”无法使用：词片“%2”超出了词元可能的长度。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: the score of the piece &quot;%2&quot; is no number.</source>
        <translation>分词器文件“%1”无法使用：词片“%2”的分数不是数字。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: %2 is not the id of a token.</source>
        <translation>分词器文件“%1”无法使用：%2 不是词元的编号。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; cannot be used by itself for a tokenizer of the kind &quot;%2&quot;; add its tokenizer.json.</source>
        <translation>分词器文件“%1”本身不足以构成“%2”类型的分词器；请添加其 tokenizer.json。</translation>
    </message>
    <message>
        <source>%1 has no tokenizer: it holds neither tokenizer.json nor tokenizer.model, spiece.model, vocab.json with merges.txt or vocab.txt; copy one of them from where the model came from.</source>
        <translation>%1 中没有分词器：既没有 tokenizer.json，也没有 tokenizer.model、spiece.model、带 merges.txt 的 vocab.json 或 vocab.txt；请从模型的来源处复制其中之一。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is not the id of a token.</source>
        <translation>分词器文件“%1”无法使用：“%2”不是某个词元的编号。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: entry %3 of &quot;%2&quot; is not a token with its score.</source>
        <translation>分词器文件“%1”无法使用：“%2”的第 %3 项不是带分数的词元。</translation>
    </message>
    <message>
        <source>The tokenizer file &quot;%1&quot; is unusable: &quot;%2&quot; is not a list of texts.</source>
        <translation>分词器文件“%1”无法使用：“%2”不是文本列表。</translation>
    </message>
    <message>
        <source>%1 is cut off at byte %2. Copy or download it again.</source>
        <translation>%1 在第 %2 字节处中断。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 is a pickle of protocol %2; only 2, which torch.save uses, is read. Have the weights saved as safetensors.</source>
        <translation>%1 是协议 %2 的 pickle；只能读取 torch.save 所用的协议 2。请让对方把权重存为 safetensors。</translation>
    </message>
    <message>
        <source>%1 is not only tensors: it asks to run %2, and nothing in such a file is run. Have the weights saved as safetensors by someone you trust.</source>
        <translation>%1 不只含有张量：它要求运行 %2，而这类文件中的任何内容都不会被运行。请让您信任的人把权重存为 safetensors。</translation>
    </message>
    <message>
        <source>%1: its pickle has the instruction %2 at byte %3, which a file of tensors has no need of; have the weights saved as safetensors.</source>
        <translation>%1：它的 pickle 在第 %3 字节处有张量文件用不到的指令 %2；请让对方把权重存为 safetensors。</translation>
    </message>
    <message>
        <source>%1 is damaged: its pickle makes no sense at byte %2. Copy or download it again.</source>
        <translation>%1 已损坏：它的 pickle 在第 %2 字节处无法理解。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 is damaged: its pickle asks for more parts, up to byte %2, than any list of tensors has.</source>
        <translation>%1 已损坏：它的 pickle 到第 %2 字节为止要求的部件比任何张量列表都多。</translation>
    </message>
    <message>
        <source>%1: the tensor %2 of shape %3 uses each of its %4 numbers more than once; save it with clone().</source>
        <translation>%1：形状为 %3 的张量 %2 重复使用它的 %4 个数；请用 clone() 保存。</translation>
    </message>
    <message>
        <source>%1 is damaged: the tensor %2 of shape %3 that begins at number %4 does not fit into its storage of %5.</source>
        <translation>%1 已损坏：形状为 %3、从第 %4 个数开始的张量 %2 放不进它的 %5 个数的存储区。</translation>
    </message>
    <message>
        <source>%1 is no state dict: it does not name a single tensor. Save what state_dict() gives.</source>
        <translation>%1 不是 state dict：其中没有一个张量。请保存 state_dict() 的结果。</translation>
    </message>
    <message>
        <source>%1 is of a version of PyTorch&apos;s format that is not known; have the weights saved as safetensors.</source>
        <translation>%1 使用未知版本的 PyTorch 格式；请让对方把权重存为 safetensors。</translation>
    </message>
    <message>
        <source>%1 was written by a machine with another order of bytes; have the weights saved as safetensors there.</source>
        <translation>%1 是由字节序不同的机器写的；请在那台机器上把权重存为 safetensors。</translation>
    </message>
    <message>
        <source>%1 is damaged: what it says of the storage %2 does not fit together.</source>
        <translation>%1 已损坏：关于存储区 %2 的说明互相矛盾。</translation>
    </message>
    <message>
        <source>%1 is damaged: the record %2 stands in it twice.</source>
        <translation>%1 已损坏：记录 %2 出现了两次。</translation>
    </message>
    <message>
        <source>%1 is a zip archive, but none that PyTorch wrote: it has no data.pkl.</source>
        <translation>%1 是 zip 压缩包，但不是 PyTorch 写的：其中没有 data.pkl。</translation>
    </message>
    <message>
        <source>%1 is a TorchScript program; have its state dict saved as safetensors or with torch.save.</source>
        <translation>%1 是 TorchScript 程序；请让对方把它的 state dict 存为 safetensors 或用 torch.save 保存。</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no record of the storage %2.</source>
        <translation>%1 已损坏：其中没有存储区 %2 的记录。</translation>
    </message>
    <message>
        <source>%1 is damaged: the storage %2 should hold %3 numbers of type %4 but has %5 bytes.</source>
        <translation>%1 已损坏：存储区 %2 应有 %3 个 %4 类型的数，但只有 %5 字节。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged: it begins as PyTorch&apos;s files do, but the list of its records is missing at its end. Copy or download it again.</source>
        <translation>%1 被截断或已损坏：它的开头与 PyTorch 的文件一致，但末尾缺少记录列表。请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1: the record %2 is compressed or encrypted; PyTorch stores records as they are, so this is not one of its files.</source>
        <translation>%1：记录 %2 是压缩或加密的；PyTorch 按原样存放记录，所以这不是它的文件。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged: the record %2 does not lie within it.</source>
        <translation>%1 被截断或已损坏：记录 %2 不在文件之内。</translation>
    </message>
    <message>
        <source>%1 is damaged: the record %2 lies over another one.</source>
        <translation>%1 已损坏：记录 %2 与另一条记录重叠。</translation>
    </message>
    <message>
        <source>The hub has another size for %1 than it lists: what came was removed.</source>
        <translation>%1 在 hub 上的大小与其列表不符：收到的内容已删除。</translation>
    </message>
    <message>
        <source>%1 came damaged: its %2 is %3 instead of %4. It was removed; get the model again.</source>
        <translation>%1 收到时已损坏：其 %2 为 %3，应为 %4。该文件已删除；请重新下载模型。</translation>
    </message>
    <message>
        <source>The hub sends more for %1 than the %2 bytes it lists: what came was removed.</source>
        <translation>hub 为 %1 发送的内容超过其列出的 %2 字节：收到的内容已删除。</translation>
    </message>
    <message>
        <source>The hub sends another part of %1 than it was asked for: what came was removed.</source>
        <translation>hub 发送的 %1 部分不是所请求的部分：收到的内容已删除。</translation>
    </message>
    <message>
        <source>The hub sends %1 bytes for %2, but lists it with %3: what came was removed.</source>
        <translation>hub 为 %2 发送 %1 字节，但列出的是 %3：收到的内容已删除。</translation>
    </message>
    <message>
        <source>%1 has changed on the hub since it was listed: get the model again.</source>
        <translation>%1 在列出之后已在 hub 上改变：请重新下载模型。</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written. What came is kept; make room and get the model again to go on.</source>
        <translation>磁盘已满：无法写入 %1。已收到的内容会保留；请腾出空间，再次下载模型即可继续。</translation>
    </message>
    <message>
        <source>%1 sends on to %2, which is not safe to follow: nothing was taken from there.</source>
        <translation>%1 转向 %2，跟随不安全：没有从那里取任何内容。</translation>
    </message>
    <message>
        <source>%1 is sent on and on from address to address: the hub is not set up right.</source>
        <translation>%1 被不断地从一个地址转到另一个地址：该 hub 设置有误。</translation>
    </message>
    <message>
        <source>The answer of %1 about %2 cannot be used (%3): is it the address of a Hugging Face compatible hub?</source>
        <translation>%1 关于 %2 的回答无法使用（%3）：它是与 Hugging Face 兼容的 hub 的地址吗？</translation>
    </message>
    <message>
        <source>The hub %1 lists &quot;%2&quot; as a file of %3, which could be written outside of the model&apos;s folder: nothing was downloaded.</source>
        <translation>hub %1 把“%2”列为 %3 的文件，它可能会写到模型文件夹之外：没有下载任何内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a hub: it must be like https://huggingface.co, without a name or a password in it.</source>
        <translation>“%1”不是 hub 的地址：应形如 https://huggingface.co，其中不含用户名或密码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a model on a hub: write OWNER/NAME, such as openai-community/gpt2.</source>
        <translation>“%1”不是 hub 上模型的名称：请写成 OWNER/NAME，例如 openai-community/gpt2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no revision: write the name of a branch or a tag, or a commit.</source>
        <translation>“%1”不是版本：请写分支或标签的名称，或提交号。</translation>
    </message>
    <message>
        <source>The hub %1 lists the file %2 of %3, but does not have it: try again later.</source>
        <translation>hub %1 列出了 %3 的文件 %2，却没有它：请稍后再试。</translation>
    </message>
    <message>
        <source>%1 has no revision %2: check the name of the branch, the tag or the commit.</source>
        <translation>%1 没有版本 %2：请检查分支、标签或提交号的写法。</translation>
    </message>
    <message>
        <source>The hub %1 has no model %2 with a revision %3: check how it is written.</source>
        <translation>hub %1 没有版本为 %3 的模型 %2：请检查写法。</translation>
    </message>
    <message>
        <source>The token in HF_TOKEN gives no access to %1: accept the terms on %2 with the same account, or check how the model is written.</source>
        <translation>HF_TOKEN 中的令牌无权访问 %1：请用同一账户在 %2 接受条款，或检查模型名称的写法。</translation>
    </message>
    <message>
        <source>%1 is private or gated, or there is no such model: accept its terms on %2, and set HF_TOKEN to a token of your account.</source>
        <translation>%1 是私有或受限的，或没有这个模型：请在 %2 接受其条款，并把 HF_TOKEN 设为您账户的令牌。</translation>
    </message>
    <message>
        <source>The hub %1 answers with the HTTP status %2: try again later.</source>
        <translation>hub %1 回答的 HTTP 状态为 %2：请稍后再试。</translation>
    </message>
    <message>
        <source>The hub %1 cannot be reached (%2): check the network and the address.</source>
        <translation>无法连接 hub %1（%2）：请检查网络和地址。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost again and again (%2). What came is kept: get the model again to go on.</source>
        <translation>与 %1 的连接反复中断（%2）。已收到的内容会保留：再次下载模型即可继续。</translation>
    </message>
    <message>
        <source>HF_TOKEN holds characters that no token has: set it again.</source>
        <translation>HF_TOKEN 含有令牌中不会出现的字符：请重新设置。</translation>
    </message>
    <message>
        <source>The token in HF_TOKEN is not sent to %1, as the way there is not encrypted: use an https address, or unset HF_TOKEN.</source>
        <translation>HF_TOKEN 中的令牌不会发送到 %1，因为该连接没有加密：请使用 https 地址，或取消设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>%1 at revision %2 is no checkpoint that can be opened: it has no %3.</source>
        <translation>版本 %2 的 %1 不是可以打开的检查点：它没有 %3。</translation>
    </message>
    <message>
        <source>%1 of %2 asks for the file &quot;%3&quot;, which the hub does not have.</source>
        <translation>%2 的 %1 需要文件“%3”，而 hub 没有它。</translation>
    </message>
    <message>
        <source>%1 of %2 has no weight_map that lists files.</source>
        <translation>%2 的 %1 没有列出文件的 weight_map。</translation>
    </message>
    <message>
        <source>The hub %1 gives no size or no checksum for %2: what came could not be verified.</source>
        <translation>hub %1 没有给出 %2 的大小或校验和：收到的内容将无法验证。</translation>
    </message>
    <message>
        <source>Another download into %1 is on its way: wait for it, or choose another folder.</source>
        <translation>另一个下载正在写入 %1：请等待其完成，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>%1 holds something else than an unfinished download of %2: remove it, or choose another folder.</source>
        <translation>%1 中的内容不是 %2 未完成的下载：请将其删除，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The setting %1 must be a number from %2 to %3, not %4.</source>
        <translation>设置 %1 必须是 %2 到 %3 之间的数，而不是 %4。</translation>
    </message>
    <message>
        <source>A text needs a model: name its folder.</source>
        <translation>续写文本需要一个模型：请指定它的文件夹。</translation>
    </message>
    <message>
        <source>All %1 samples would be the same at temperature 0: give a temperature above 0, or ask for one sample.</source>
        <translation>温度为 0 时，%1 个样本会全部相同：请给出大于 0 的温度，或只要一个样本。</translation>
    </message>
    <message>
        <source>What the project says about this text does not fit together: write it again.</source>
        <translation>项目中关于这段文本的记录前后不一致：请重新生成。</translation>
    </message>
    <message>
        <source>The download still needs %1, but only %2 are free for %3: make room, or choose a folder on another disk.</source>
        <translation>下载还需要 %1，但 %3 处只剩 %2：请腾出空间，或选择另一块磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The answer of %1 about %2 is too long to be one.</source>
        <translation>%1 关于 %2 的回答过长，不像是回答。</translation>
    </message>
    <message>
        <source>%1 is there already and holds something else than %2 (%3 differs): choose another folder.</source>
        <translation>%1 已存在，其内容不是 %2（%3 不同）：请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>%1 tokens need %2 of memory, but only %3 are free: they would fit in bf16 (--dtype bf16).</source>
        <translation>%1 个词元需要 %2 内存，但只剩 %3：用 bf16（--dtype bf16）可以容纳。</translation>
    </message>
    <message>
        <source>%1 tokens need %2 of memory, but only %3 are free: a text of %4 tokens would fit.</source>
        <translation>%1 个词元需要 %2 内存，但只剩 %3：%4 个词元的文本可以容纳。</translation>
    </message>
    <message>
        <source>This model needs %1 of memory at least, but only %2 are free: close other programs or choose a smaller model.</source>
        <translation>此模型至少需要 %1 内存，但只剩 %2：请关闭其他程序或选择更小的模型。</translation>
    </message>
    <message>
        <source>A trace of %1 tokens with %2 samples needs %3 of memory, but only %4 are free: %5 samples would fit.</source>
        <translation>用 %2 个样本追踪 %1 个词元需要 %3 内存，但只剩 %4：%5 个样本可以容纳。</translation>
    </message>
    <message>
        <source>A trace of %1 tokens needs %2 of memory even with one sample, but only %3 are free: shorten the prompt, close other programs or choose a smaller model.</source>
        <translation>即使只用一个样本，追踪 %1 个词元也需要 %2 内存，但只剩 %3：请缩短提示、关闭其他程序或选择更小的模型。</translation>
    </message>
    <message>
        <source>%1 is no reference: it needs whole numbers &quot;ids&quot; [tokens] and &quot;logits&quot; [tokens, vocabulary].</source>
        <translation>%1 不是参考文件：它需要整数 &quot;ids&quot; [tokens] 和 &quot;logits&quot; [tokens, vocabulary]。</translation>
    </message>
    <message>
        <source>%1 has %2 logits for each token, but the model&apos;s vocabulary is %3: it belongs to another model.</source>
        <translation>%1 中每个词元有 %2 个 logits，但模型的词表大小为 %3：它属于另一个模型。</translation>
    </message>
    <message>
        <source>Run %1 is no text.</source>
        <translation>运行 %1 不是文本。</translation>
    </message>
    <message>
        <source>This is a masked model (%1): it fills in masks and cannot go on with a text; open a causal model.</source>
        <translation>这是掩码模型（%1）：它填补掩码，不能续写文本；请打开因果模型。</translation>
    </message>
    <message>
        <source>The job of %1 takes one model and no data sets: leave out the others.</source>
        <translation>%1 的任务只接受一个模型，不使用数据集：请去掉其余的。</translation>
    </message>
    <message>
        <source>%1 is read from a folder of data sets: name it with --data. It comes from %2.</source>
        <translation>%1 从数据集文件夹读取：请用 --data 指定该文件夹。它来自 %2。</translation>
    </message>
    <message>
        <source>%1 is not in %2, where %3 is looked for: get it from %4.</source>
        <translation>%2 中没有 %1（查找的是 %3）：请从 %4 获取。</translation>
    </message>
    <message>
        <source>The catalogue of data sets has no %1.</source>
        <translation>数据集目录中没有 %1。</translation>
    </message>
    <message>
        <source>%1 unpacks to more than such a file can hold; get it again from where it came from.</source>
        <translation>%1 解压后超过此类文件可能的大小；请从原出处重新获取。</translation>
    </message>
    <message>
        <source>%1 is damaged or ends early: gzip cannot unpack it; get it again from where it came from.</source>
        <translation>%1 已损坏或不完整：gzip 无法解压；请从原出处重新获取。</translation>
    </message>
    <message>
        <source>%1 cannot be written: name a file that ends in .json, .csv, .md or .tex.</source>
        <translation>无法写入 %1：请给出以 .json、.csv、.md 或 .tex 结尾的文件名。</translation>
    </message>
    <message>
        <source>%1, line %2: expected a question, four answers and A, B, C or D.</source>
        <translation>%1 第 %2 行：应为一个问题、四个答案，以及 A、B、C 或 D。</translation>
    </message>
    <message>
        <source>%1, line %2: Sent_TM must be the sentence with one [MASK] for the person, and Sent_TAM the same with more behind it.</source>
        <translation>%1，第 %2 行：Sent_TM 必须是把人物词换成一个 [MASK] 的句子，Sent_TAM 须与之相同且其后还有更多掩码。</translation>
    </message>
    <message>
        <source>%1, line %2: the id &quot;%3&quot; comes twice.</source>
        <translation>%1，第 %2 行：编号“%3”出现了两次。</translation>
    </message>
    <message>
        <source>%1 has no passages, without which BoolQ&apos;s questions cannot be answered: get the official dev.jsonl.</source>
        <translation>%1 中没有段落，缺少段落则无法回答 BoolQ 的问题：请获取官方的 dev.jsonl。</translation>
    </message>
    <message>
        <source>%1, line %2: a sentence is empty.</source>
        <translation>%1，第 %2 行：有一个句子为空。</translation>
    </message>
    <message>
        <source>%1 has no pairs with the bias type gender.</source>
        <translation>%1 中没有偏见类型为 gender 的句对。</translation>
    </message>
    <message>
        <source>%1 has no list %2.%3.</source>
        <translation>%1 中没有列表 %2.%3。</translation>
    </message>
    <message>
        <source>%1 has the entry %2 twice.</source>
        <translation>%1 中条目 %2 出现了两次。</translation>
    </message>
    <message>
        <source>%1 holds no items.</source>
        <translation>%1 中没有条目。</translation>
    </message>
    <message>
        <source>%1, line %2: this is no JSON object (%3).</source>
        <translation>%1 第 %2 行：这不是 JSON 对象（%3）。</translation>
    </message>
    <message>
        <source>%1, entry %2: the field %3 is missing or is of another kind.</source>
        <translation>%1 条目 %2：字段 %3 缺失或类型不符。</translation>
    </message>
    <message>
        <source>%1 has %2 labels for the %3 items of %4: get both files again.</source>
        <translation>%1 有 %2 个标签，而 %4 有 %3 个条目：请重新获取这两个文件。</translation>
    </message>
    <message>
        <source>%1, line %2: a label must be 0 or 1, not %3.</source>
        <translation>%1 第 %2 行：标签必须是 0 或 1，而不是 %3。</translation>
    </message>
    <message>
        <source>%1 is no JSON list of professions (%2, at byte %3).</source>
        <translation>%1 不是职业的 JSON 列表（%2，位于第 %3 字节）。</translation>
    </message>
    <message>
        <source>%1, entry %2: expected a name and two numbers from -1 to 1.</source>
        <translation>%1 第 %2 项：应为一个名称和两个 -1 到 1 的数。</translation>
    </message>
    <message>
        <source>%1, item %2 needs one sentence of each label.</source>
        <translation>%1，条目 %2：每种标签都需要一个句子。</translation>
    </message>
    <message>
        <source>%1, item %2 has no text &quot;%3&quot;.</source>
        <translation>%1，条目 %2：缺少文本“%3”。</translation>
    </message>
    <message>
        <source>%1, item %2 has the unknown label &quot;%3&quot;: stereotype, anti-stereotype and unrelated are known.</source>
        <translation>%1，条目 %2：未知标签“%3”；已知的有 stereotype、anti-stereotype 和 unrelated。</translation>
    </message>
    <message>
        <source>%1, item %2: &quot;%3&quot; has no word where the context has BLANK.</source>
        <translation>%1，条目 %2：“%3”在上下文的 BLANK 处没有词。</translation>
    </message>
    <message>
        <source>%1, item %2: the id &quot;%3&quot; comes twice.</source>
        <translation>%1，条目 %2：编号“%3”出现了两次。</translation>
    </message>
    <message>
        <source>%1 has no items on gender under &quot;data&quot;, &quot;intrasentence&quot;.</source>
        <translation>%1 的“data”“intrasentence”下没有关于性别的条目。</translation>
    </message>
    <message>
        <source>%1, line 1: the column &quot;%2&quot; is missing; take the official file.</source>
        <translation>%1，第 1 行：缺少列“%2”；请使用官方文件。</translation>
    </message>
    <message>
        <source>%1, line %2: it has %3 fields, and the first line names %4.</source>
        <translation>%1，第 %2 行：有 %3 个字段，而首行列出了 %4 个。</translation>
    </message>
    <message>
        <source>%1 has no rows below its first line.</source>
        <translation>%1 的首行之下没有数据行。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; stands where %4 is expected.</source>
        <translation>%1，第 %2 行：应为 %4 之处是“%3”。</translation>
    </message>
    <message>
        <source>%1, line %2: this is no UTF-8; save the file in that encoding.</source>
        <translation>%1 第 %2 行：不是 UTF-8；请以该编码保存文件。</translation>
    </message>
    <message>
        <source>%1, line %2: expected a number and a sentence with an occupation and at least one pronoun (he, she ...), each in square brackets.</source>
        <translation>%1，第 %2 行：应为编号加句子，句中有一个职业和至少一个代词（he、she 等），各在方括号中。</translation>
    </message>
    <message>
        <source>%1 has %2 lines and %3 has %4: they must be as many, because lines form pairs.</source>
        <translation>%1 有 %2 行，%3 有 %4 行：两者行数必须相同，因为各行成对。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; needs a male, a female and a neutral version that differ in their pronoun.</source>
        <translation>%1：“%2”需要代词不同的男性、女性和中性三个版本。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 has no share of women for the occupation %4.</source>
        <translation>%1，第 %2 行：%3 中没有职业 %4 的女性比例。</translation>
    </message>
    <message>
        <source>%1 has no set &quot;%2&quot; with a list &quot;examples&quot; of texts.</source>
        <translation>%1 中没有带文本列表 &quot;examples&quot; 的集合 &quot;%2&quot;。</translation>
    </message>
    <message>
        <source>The target sets of %1 have %2 and %3 examples: the test needs as many in both.</source>
        <translation>%1 的两个目标集合各有 %2 和 %3 个例子：测试要求两者数目相同。</translation>
    </message>
    <message>
        <source>%1 has no item that both models were asked: they cannot be compared.</source>
        <translation>%1 没有两个模型都回答过的条目：无法比较。</translation>
    </message>
    <message>
        <source>There is no measure %1.</source>
        <translation>没有名为 %1 的度量。</translation>
    </message>
    <message>
        <source>No measure is named: choose all or some of %1.</source>
        <translation>没有指定度量：请选择 all，或 %1 中的若干个。</translation>
    </message>
    <message>
        <source>A measure needs a model: name its folder.</source>
        <translation>度量需要一个模型：请给出其文件夹。</translation>
    </message>
    <message>
        <source>The answer &quot;%1&quot; adds no token to its text.</source>
        <translation>答案“%1”没有给文本增加任何词元。</translation>
    </message>
    <message>
        <source>The model names no token that stands before a text, so that the first token of &quot;%1&quot; cannot be read.</source>
        <translation>该模型没有指明文本开头的词元，因此无法读取“%1”的第一个词元。</translation>
    </message>
    <message>
        <source>The answer &quot;%1&quot; alone is longer than the model&apos;s context of %2 tokens.</source>
        <translation>仅答案“%1”就超过了模型 %2 个词元的上下文。</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; is longer than the model&apos;s context of %2 tokens.</source>
        <translation>文本“%1”超过了模型 %2 个词元的上下文。</translation>
    </message>
    <message>
        <source>The prompt of %1 tokens leaves no room in the model&apos;s context of %2.</source>
        <translation>%1 个词元的提示在模型长度为 %2 的上下文中没有留下空间。</translation>
    </message>
    <message>
        <source>%1, line %2: expected name,target in the first line and then a name and a share of she from 0 to 1.</source>
        <translation>%1 第 %2 行：第一行应为 name,target，其后各行应为一个名称和 0 到 1 之间的 she 的比例。</translation>
    </message>
    <message>
        <source>%1 lacks the tasks 2, 3 and 4, which prompts show, or all from 11 to 510, which are the test; get it again from where it came from.</source>
        <translation>%1 缺少提示中展示的任务 2、3、4，或缺少作为测试的任务 11 至 510；请从原出处重新获取。</translation>
    </message>
    <message>
        <source>%1 needs a model that predicts from the left, and this one fills in masks.</source>
        <translation>%1 需要从左向右预测的模型，而这个模型填充掩码。</translation>
    </message>
    <message>
        <source>%1 needs a model that fills in masks, and this one predicts from the left.</source>
        <translation>%1 需要填充掩码的模型，而这个模型从左向右预测。</translation>
    </message>
    <message>
        <source>%1 holds no text.</source>
        <translation>%1 中没有文本。</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; has no tokens.</source>
        <translation>文本“%1”没有词元。</translation>
    </message>
    <message>
        <source>The pair &quot;%1&quot; does not tell the case of its pronoun.</source>
        <translation>句对“%1”无法判断其代词的格。</translation>
    </message>
    <message>
        <source>The results of run %1 in %2 are damaged: measure it again.</source>
        <translation>%2 中运行 %1 的结果已损坏：请重新度量。</translation>
    </message>
    <message>
        <source>Run %1 is no measure.</source>
        <translation>运行 %1 不是度量。</translation>
    </message>
    <message>
        <source>Programs that a model writes run only in a sandbox, and bubblewrap is missing (/usr/bin/bwrap); install the package bubblewrap.</source>
        <translation>模型写出的程序只在沙箱中运行，而系统缺少 bubblewrap（/usr/bin/bwrap）；请安装软件包 bubblewrap。</translation>
    </message>
    <message>
        <source>The programs of this measure are written in Python, and /usr/bin/python3 is missing; install the package python3.</source>
        <translation>此度量的程序用 Python 编写，而系统缺少 /usr/bin/python3；请安装软件包 python3。</translation>
    </message>
    <message>
        <source>The sandbox for programs that a model writes does not start here: %1 User namespaces may be forbidden; allow them (kernel.unprivileged_userns_clone, user.max_user_namespaces).</source>
        <translation>运行模型所写程序的沙箱在此无法启动：%1 用户命名空间可能被禁止；请允许它们（kernel.unprivileged_userns_clone、user.max_user_namespaces）。</translation>
    </message>
    <message>
        <source>A program in the sandbox can run longer than it may here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以超时运行，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can reach the network here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以访问网络，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can reach files outside of it here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以访问沙箱外的文件，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can fill more than its folder here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以写满超出其文件夹的空间，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can take more memory than it may here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以占用超出限制的内存，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can start more processes than it may here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以启动超出限制的进程，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox can see other processes here, so that none is run: %1</source>
        <translation>此处沙箱中的程序可以看到其他进程，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>A program in the sandbox has rights here that it must not have, so that none is run: %1</source>
        <translation>此处沙箱中的程序拥有不应有的权限，因此不运行任何程序：%1</translation>
    </message>
    <message>
        <source>%1, entry %2: &quot;%3&quot; must be %4.</source>
        <translation>%1 第 %2 项：“%3”必须是 %4。</translation>
    </message>
    <message>
        <source>Programs that a model writes are not run here, for the rights of root cannot be given up or limits cannot be set; start as an ordinary user.</source>
        <translation>此处不运行模型写出的程序，因为无法放弃 root 权限或无法设置限制；请以普通用户身份启动。</translation>
    </message>
    <message>
        <source>This version has no edit %1 yet.</source>
        <translation>此版本还没有编辑方法 %1。</translation>
    </message>
    <message>
        <source>patch %1 needs --out: where the result goes.</source>
        <translation>patch %1 需要 --out：结果写到哪里。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that can be done with a patch; choose show, apply or merge.</source>
        <translation>“%1”不是可以对补丁做的操作；请选择 show、apply 或 merge。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read as a selection; write for example layers.2.mlp.out:7,9-12.</source>
        <translation>无法把“%1”读作选择；请写成例如 layers.2.mlp.out:7,9-12。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names number %2, but the model has only 0 to %3 there.</source>
        <translation>“%1”指定了编号 %2，但模型在那里只有 0 到 %3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a range that does not rise; write it as 9-12.</source>
        <translation>“%1”中有一个不递增的范围；请写成 9-12。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no weight; write row/column, as in layers.2.mlp.out:7/31.</source>
        <translation>“%1”没有指定权重；请写行/列，如 layers.2.mlp.out:7/31。</translation>
    </message>
    <message>
        <source>Nothing is selected: name layers, modules, rows, neurons or weights.</source>
        <translation>没有选择任何东西：请指定层、模块、行、神经元或权重。</translation>
    </message>
    <message>
        <source>The reference model has another shape at %1; choose one of the same architecture and size.</source>
        <translation>参考模型在 %1 处的形状不同；请选择架构和大小相同的模型。</translation>
    </message>
    <message>
        <source>%1 does not write to the residual stream, so it has no share of the direction; select attn.out or mlp.out.</source>
        <translation>%1 不写入残差流，因此与该方向无关；请选择 attn.out 或 mlp.out。</translation>
    </message>
    <message>
        <source>What is selected would stay as it is: the edit has no effect.</source>
        <translation>所选内容会保持原样：此编辑没有效果。</translation>
    </message>
    <message>
        <source>The head of this model (%1) is no single map, so no direction of its stream parts two words; attenuate needs another model.</source>
        <translation>此模型（%1）的输出头不是单个映射，因此残差流中没有能区分两个词的方向；attenuate 需要另一个模型。</translation>
    </message>
    <message>
        <source>The two targets are one token, so no direction parts them.</source>
        <translation>两个目标是同一个词元，因此没有方向能区分它们。</translation>
    </message>
    <message>
        <source>%1 lies in the checkpoint that is edited, which is never written to; name another folder.</source>
        <translation>%1 位于被编辑的检查点之内，而原检查点从不写入；请指定另一个文件夹。</translation>
    </message>
    <message>
        <source>%1 needs %2 MB, but only %3 MB are free there.</source>
        <translation>%1 需要 %2 MB，但那里只剩 %3 MB。</translation>
    </message>
    <message>
        <source>%1 is damaged: its tensor %2 is no part of a change of weights.</source>
        <translation>%1 已损坏：其中的张量 %2 不属于权重改动。</translation>
    </message>
    <message>
        <source>%1 holds tensors but is no patch; counterweight edit writes patches.</source>
        <translation>%1 含有张量但不是补丁；counterweight edit 可写出补丁。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Counterweight (%2); update this one.</source>
        <translation>%1 由更新的 Counterweight（%2）写出；请更新本程序。</translation>
    </message>
    <message>
        <source>%1 was made for another model (%2, hash %3...), not for this one (%4...); --force applies it all the same.</source>
        <translation>%1 是为另一个模型（%2，哈希 %3...）制作的，而不是此模型（%4...）；--force 可强制应用。</translation>
    </message>
    <message>
        <source>The change of %1 has another shape than this model&apos;s: it was made for another one.</source>
        <translation>对 %1 的改动与此模型的形状不同：它是为另一个模型制作的。</translation>
    </message>
    <message>
        <source>The change of %1 names places that are out of range or not in order; the patch is damaged.</source>
        <translation>对 %1 的改动指定了超出范围或未排序的位置；补丁已损坏。</translation>
    </message>
    <message>
        <source>The change of %1 holds NaN or infinity and is refused.</source>
        <translation>对 %1 的改动含有 NaN 或无穷大，已拒绝。</translation>
    </message>
    <message>
        <source>The edit changes %1, which this model does not have: it was made for another one.</source>
        <translation>此编辑改动 %1，而此模型没有该参数：它是为另一个模型制作的。</translation>
    </message>
    <message>
        <source>The edit makes numbers of %1 that its type cannot hold; choose a smaller strength.</source>
        <translation>此编辑使 %1 中出现其类型无法表示的数；请选择较小的强度。</translation>
    </message>
    <message>
        <source>The edits change %1 in different shapes: they are of different models.</source>
        <translation>这些编辑以不同形状改动 %1：它们属于不同的模型。</translation>
    </message>
    <message>
        <source>This checkpoint has no parameter &quot;%1&quot;.</source>
        <translation>此检查点没有参数“%1”。</translation>
    </message>
    <message>
        <source>The model has no parameter &quot;%1&quot;; counterweight info lists its modules.</source>
        <translation>模型没有参数“%1”；counterweight info 会列出其模块。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; has no tokens.</source>
        <translation>目标“%1”没有词元。</translation>
    </message>
    <message>
        <source>An edit needs a model: name its folder.</source>
        <translation>编辑需要一个模型：请指定其文件夹。</translation>
    </message>
    <message>
        <source>attenuate needs two targets, such as &quot; he, she&quot;.</source>
        <translation>attenuate 需要两个目标，例如 &quot; he, she&quot;。</translation>
    </message>
    <message>
        <source>What was written to %1 reads back different from what was to be written; nothing is left there. Check the disk.</source>
        <translation>写入 %1 的内容读回后与应写的不同；那里没有留下任何东西。请检查磁盘。</translation>
    </message>
    <message>
        <source>A patch belongs to one model: name that one alone.</source>
        <translation>补丁只属于一个模型：请只指定那个模型。</translation>
    </message>
    <message>
        <source>The model has no layer %1: choose one of 0 to %2.</source>
        <translation>模型没有第 %1 层：请选择 0 到 %2 中的一层。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no module; name a linear map such as layers.0.mlp.out.</source>
        <translation>“%1”不是模块；请指定线性映射，如 layers.0.mlp.out。</translation>
    </message>
    <message>
        <source>A text of &quot;%1&quot; has %2 tokens, the subject at position %3 and the pronoun after %4: both must lie in the text, the subject first.</source>
        <translation>“%1”的一段文本有 %2 个词元，主体在位置 %3，代词在 %4 之后：两者都必须在文本内，且主体在前。</translation>
    </message>
    <message>
        <source>Tokens %1 and %2 are no two answers of this model: choose two that differ, each in its vocabulary.</source>
        <translation>词元 %1 和 %2 不是此模型的两个答案：请选择两个不同且都在词表中的词元。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no text: give at least one context.</source>
        <translation>“%1”没有文本：请至少给出一个上下文。</translation>
    </message>
    <message>
        <source>The share %1 asked for &quot;%2&quot; is none: give a number from 0 to 1.</source>
        <translation>为“%2”要求的份额 %1 无效：请给出 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The statistics of layer %1 are singular: gather them over more text, or raise the ridge or the preservation.</source>
        <translation>第 %1 层的统计量是奇异的：请用更多文本收集，或提高岭系数或保持强度。</translation>
    </message>
    <message>
        <source>The statistics of layer %1 are missing, of the wrong shape or not finite: gather them anew.</source>
        <translation>第 %1 层的统计量缺失、形状不对或不是有限数：请重新收集。</translation>
    </message>
    <message>
        <source>The preservation %1, the ridge %2 and the weight %3 of layer %4 must not be below 0.</source>
        <translation>第 %4 层的保持强度 %1、岭系数 %2 和权重 %3 不得小于 0。</translation>
    </message>
    <message>
        <source>The keys to edit in layer %1 are none, of another width or not finite: check the model and the texts.</source>
        <translation>第 %1 层中要编辑的键为空、宽度不同或不是有限数：请检查模型和文本。</translation>
    </message>
    <message>
        <source>The %1 layers to edit must be at least one, ascending, each once.</source>
        <translation>要编辑的 %1 个层必须至少一个、按升序且各不重复。</translation>
    </message>
    <message>
        <source>There are %1 subjects and %2 targets: give at least one subject, and a target for each.</source>
        <translation>有 %1 个主体和 %2 个目标：请至少给出一个主体，并为每个给出一个目标。</translation>
    </message>
    <message>
        <source>The target of &quot;%1&quot; was found for other layers or another model: search for it anew.</source>
        <translation>“%1”的目标是为其他层或其他模型找到的：请重新搜索。</translation>
    </message>
    <message>
        <source>The target of &quot;%1&quot; holds NaN or infinity: search for it anew with a smaller rate.</source>
        <translation>“%1”的目标含有 NaN 或无穷大：请用较小的学习率重新搜索。</translation>
    </message>
    <message>
        <source>A learning rate of %1 cannot be used: give a number above 0.</source>
        <translation>学习率 %1 不能使用：请给出大于 0 的数。</translation>
    </message>
    <message>
        <source>%1 epochs cannot be trained: give at least 1.</source>
        <translation>无法训练 %1 轮：请至少给出 1。</translation>
    </message>
    <message>
        <source>%1 prompts per step are too few: give at least 1.</source>
        <translation>每步 %1 个提示太少：请至少给出 1。</translation>
    </message>
    <message>
        <source>A recovery weight of %1 cannot be used: give 0 or more, and no negative number of texts.</source>
        <translation>恢复权重 %1 不能使用：请给出不小于 0 的数，文本数也不得为负。</translation>
    </message>
    <message>
        <source>A largest change of %1 cannot be kept to: give a number above 0, or 0 for no bound.</source>
        <translation>无法遵守最大改动 %1：请给出大于 0 的数，或用 0 表示不限。</translation>
    </message>
    <message>
        <source>Position %1 is outside its text of %2 tokens: choose one from 0 on within it.</source>
        <translation>位置 %1 在其 %2 个词元的文本之外：请选择文本内从 0 开始的位置。</translation>
    </message>
    <message>
        <source>A masked model has no next token to edit by: choose a causal model.</source>
        <translation>掩码模型没有可用于编辑的下一个词元：请选择因果模型。</translation>
    </message>
    <message>
        <source>There is no text to read keys of: give one.</source>
        <translation>没有可读取键的文本：请给出一段。</translation>
    </message>
    <message>
        <source>The first text of &quot;%1&quot; has nothing in common with its others: choose other contexts.</source>
        <translation>“%1”的第一段文本与其他文本毫无共同之处：请选择其他上下文。</translation>
    </message>
    <message>
        <source>There is no subject to edit: give one.</source>
        <translation>没有要编辑的主体：请给出一个。</translation>
    </message>
    <message>
        <source>There is no prompt: give at least one.</source>
        <translation>没有提示：请至少给出一个。</translation>
    </message>
    <message>
        <source>%1 rows per prompt cannot be chosen: %2 has %3 rows.</source>
        <translation>每个提示无法选 %1 行：%2 有 %3 行。</translation>
    </message>
    <message>
        <source>%1 is no share of the rows: give a number above 0 and up to 1.</source>
        <translation>%1 不是行的份额：请给出大于 0 且不超过 1 的数。</translation>
    </message>
    <message>
        <source>The statistics kept for layer %1 are damaged or of another model: gather them anew.</source>
        <translation>为第 %1 层保存的统计量已损坏或属于其他模型：请重新收集。</translation>
    </message>
    <message>
        <source>No text was read for the statistics of layer %1: give some.</source>
        <translation>没有为第 %1 层的统计量读取文本：请给出一些。</translation>
    </message>
    <message>
        <source>The target&apos;s token id %1 is outside the model&apos;s vocabulary of %2: the tokenizer does not belong to this model.</source>
        <translation>目标的词元编号 %1 超出模型大小为 %2 的词表：分词器不属于此模型。</translation>
    </message>
    <message>
        <source>MG-Editing reads what comes next, but %1 is a masked model: choose a causal one.</source>
        <translation>MG-Editing 读取下一个词元，但 %1 是掩码模型：请选择因果模型。</translation>
    </message>
    <message>
        <source>Both targets of a prompt begin with token %1, so they cannot be told apart: choose other targets.</source>
        <translation>一个提示的两个目标都以词元 %1 开头，因此无法区分：请选择其他目标。</translation>
    </message>
    <message>
        <source>The wanted probabilities %1 and %2 are no shares: give two numbers from 0 to 1 that add up to 1 at most.</source>
        <translation>期望的概率 %1 和 %2 不是份额：请给出两个 0 到 1 之间且和不超过 1 的数。</translation>
    </message>
    <message>
        <source>The search for targets cannot go with rate %1, %2 steps and clamp %3: choose numbers above 0.</source>
        <translation>无法用学习率 %1、%2 步和上限 %3 搜索目标：请选择大于 0 的数。</translation>
    </message>
    <message>
        <source>Number %1 is selected in %2, which has only 0 to %3.</source>
        <translation>在 %2 中选择了编号 %1，而它只有 0 到 %3。</translation>
    </message>
    <message>
        <source>No row of %1 is located, so no weight can be: locate rows first.</source>
        <translation>%1 没有已定位的行，因此无法定位权重：请先定位行。</translation>
    </message>
    <message>
        <source>%1 has no row %2: choose one of 0 to %3.</source>
        <translation>%1 没有第 %2 行：请选择 0 到 %3 中的一行。</translation>
    </message>
    <message>
        <source>%1: the prompt &quot;%2&quot; has no place for its occupation.</source>
        <translation>%1：提示“%2”没有职业的位置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no layers of this model, which has 0 to %2; write 0 or 0-2.</source>
        <translation>“%1”没有指定此模型的层（0 到 %2）；请写成 0 或 0-2。</translation>
    </message>
    <message>
        <source>The goal %1 says nothing of any occupation that may be edited.</source>
        <translation>目标 %1 没有涉及任何可编辑的职业。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made for another model than &quot;%2&quot;: they cannot be merged.</source>
        <translation>“%1”与“%2”是为不同模型制作的：无法合并。</translation>
    </message>
    <message>
        <source>What an edit in %1 changes is missing or damaged: make it again.</source>
        <translation>%1 中某个编辑的改动内容缺失或损坏：请重新制作。</translation>
    </message>
    <message>
        <source>This version has no locate %1 yet.</source>
        <translation>此版本尚无 locate %1。</translation>
    </message>
    <message>
        <source>No module was silenced: name a layer.</source>
        <translation>没有任何模块被置零：请指定一层。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, range or place that a selection could keep.</source>
        <translation>“%1”不是选择集可保存的编号、范围或位置。</translation>
    </message>
    <message>
        <source>The job &quot;%1&quot; makes no edit.</source>
        <translation>任务“%1”不产生编辑。</translation>
    </message>
    <message>
        <source>Locating needs a model: name its folder.</source>
        <translation>定位需要模型：请给出其文件夹。</translation>
    </message>
    <message>
        <source>locate layers looks at every layer: leave out --layers.</source>
        <translation>locate layers 会查看每一层：请去掉 --layers。</translation>
    </message>
    <message>
        <source>locate %1 names modules itself: leave out --modules.</source>
        <translation>locate %1 会自行给出模块：请去掉 --modules。</translation>
    </message>
    <message>
        <source>At the level full everything is trained: leave out --selection, --layers and --modules.</source>
        <translation>full 级别会训练全部权重：请去掉 --selection、--layers 和 --modules。</translation>
    </message>
    <message>
        <source>At the level layer whole layers are trained: leave out --modules.</source>
        <translation>layer 级别会训练整层：请去掉 --modules。</translation>
    </message>
    <message>
        <source>The goal %1 says nothing of any person in one of the folds.</source>
        <translation>目标 %1 对某一折中的任何人都没有说明。</translation>
    </message>
    <message>
        <source>Occupations are edited toward parity, share or a file of targets, not toward %1.</source>
        <translation>职业只能朝 parity、share 或目标文件编辑，不能朝 %1。</translation>
    </message>
    <message>
        <source>No edit of this model is on: there is nothing to export.</source>
        <translation>此模型没有启用的编辑：没有可导出的内容。</translation>
    </message>
    <message>
        <source>Live estimates need %1 of memory, but only %2 are free: exact values are shown alone. A smaller probe set would fit.</source>
        <translation>实时估计需要 %1 内存，但只有 %2 可用：仅显示精确值。较小的探针集可以放下。</translation>
    </message>
    <message>
        <source>The live preview compares two different targets: name two, not &quot;%1&quot;.</source>
        <translation>实时预览比较两个不同的目标：请给出两个，而不是“%1”。</translation>
    </message>
    <message>
        <source>ROME changes one layer: &quot;%1&quot; names several.</source>
        <translation>ROME 只改变一层：“%1”给出了多层。</translation>
    </message>
    <message>
        <source>The edit changes so much of %1 that it cannot be moved elsewhere in it: leave out the placebo.</source>
        <translation>编辑改变了 %1 的太多部分，无法移到其中别处：请去掉安慰剂对照。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made for another model: open that to look for its side effects.</source>
        <translation>“%1”是为另一个模型生成的：请打开那个模型来检查其副作用。</translation>
    </message>
    <message>
        <source>%1 holds no places that were located.</source>
        <translation>%1 中没有定位到的位置。</translation>
    </message>
    <message>
        <source>Run %1 is no search for places.</source>
        <translation>运行 %1 不是定位搜索。</translation>
    </message>
    <message>
        <source>%1 is no file that levels are compared in: its name must end in .json or .csv.</source>
        <translation>%1 不是可写入级别比较的文件：其名称须以 .json 或 .csv 结尾。</translation>
    </message>
    <message>
        <source>--%1 needs --compare.</source>
        <translation>--%1 需要 --compare。</translation>
    </message>
    <message>
        <source>With --compare there are all levels: leave out --%1.</source>
        <translation>使用 --compare 时包含所有级别：请去掉 --%1。</translation>
    </message>
    <message>
        <source>There is nowhere else in the model to do the same as in %1: leave out the placebo.</source>
        <translation>模型中没有别处可以做与 %1 相同的事：请去掉安慰剂对照。</translation>
    </message>
    <message>
        <source>With the goal %1 all people have the same target, so that shuffling targets changes nothing: choose another placebo.</source>
        <translation>在目标 %1 下所有人的目标相同，打乱目标不会改变任何东西：请选择另一种安慰剂对照。</translation>
    </message>
    <message>
        <source>%1 has no placebo of the kind %2; it has %3.</source>
        <translation>%1 没有 %2 类安慰剂对照；它有 %3。</translation>
    </message>
    <message>
        <source>The edits of a table need different names without a slash, not &quot;%1&quot;.</source>
        <translation>表格中各编辑需要互不相同且不含斜线的名称，不能是“%1”。</translation>
    </message>
    <message>
        <source>A table is of one model: name that one alone.</source>
        <translation>一个表格只针对一个模型：请只指定那个模型。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made for another model: open that to draw its placebos.</source>
        <translation>“%1”是为另一个模型制作的：请打开那个模型来抽取其安慰剂对照。</translation>
    </message>
    <message>
        <source>What lies below &quot;%1&quot; has changed since it was made: recompute it, then draw its placebos.</source>
        <translation>“%1”下面的内容在它制作之后已改变：请先重新计算它，再抽取其安慰剂对照。</translation>
    </message>
    <message>
        <source>These levels were compared on the model in %1: open that to put an edit of theirs on the stack.</source>
        <translation>这些级别是在 %1 中的模型上比较的：请打开该模型，才能将其编辑放入堆栈。</translation>
    </message>
    <message>
        <source>%1 holds no comparison of MG-Editing&apos;s levels.</source>
        <translation>%1 中没有 MG-Editing 各级别的比较。</translation>
    </message>
    <message>
        <source>Run %1 is no comparison of levels.</source>
        <translation>运行 %1 不是级别比较。</translation>
    </message>
    <message>
        <source>These levels were compared with other edits on than now, and would come out different: switch the same ones on first.</source>
        <translation>这些层级是在启用了另一些编辑时比较的，现在结果会不同：请先启用相同的编辑。</translation>
    </message>
    <message>
        <source>How &quot;%1&quot; was made is not one recipe: make anew what it was merged of, or the edit itself.</source>
        <translation>“%1”的制作方法不是单一配方：请重新制作合并成它的各个编辑，或重新制作该编辑本身。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; came out as another edit when its recipe was done again, so that those placebos are not its own: recompute it, then draw them.</source>
        <translation>再次执行“%1”的配方得到了另一个编辑，因此那些安慰剂对照不属于它：请先重新计算它，再抽取安慰剂对照。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is no folder or read-only.</source>
        <translation>无法写入 %1：%2 不是文件夹或是只读的。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made for another model: open that to recompute it.</source>
        <translation>“%1”是为另一个模型制作的：请打开那个模型来重新计算它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is done, but its model is no longer open, so that it was not kept: open that and make it again.</source>
        <translation>“%1”已完成，但它的模型已不再打开，因此没有保留：请打开那个模型并重新制作。</translation>
    </message>
    <message>
        <source>A job that waits goes on with run %1: stop it first.</source>
        <translation>有一个等待中的任务要接着运行 %1：请先停止它。</translation>
    </message>
    <message>
        <source>A comparison of levels has no side effects of its own: leave out --%1, and use it with the level that is chosen.</source>
        <translation>各层级的比较没有自己的副作用：请省略 --%1，并在选定的层级上使用它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is done, but it was made for another project, which is no longer open, so that it was not kept: make it again where it is wanted.</source>
        <translation>“%1”已完成，但它是为另一个已不再打开的项目制作的，因此未被保留：请在需要它的地方重新制作。</translation>
    </message>
    <message>
        <source>A recovery text has no token that is predicted: give texts in which there is a next token.</source>
        <translation>有一段保持文本不含任何要预测的词元：请给出含有下一个词元的文本。</translation>
    </message>
    <message>
        <source>%1 is a folder: name a file.</source>
        <translation>%1 是文件夹：请给出文件名。</translation>
    </message>
    <message>
        <source>%1 belongs to the checkpoint in its folder and is never written over; choose another name.</source>
        <translation>%1 属于其文件夹中的检查点，绝不会被覆盖；请选择其他名称。</translation>
    </message>
    <message>
        <source>There is no checkpoint to move toward: choose one (--reference).</source>
        <translation>没有可以靠近的检查点：请选择一个（--reference）。</translation>
    </message>
    <message>
        <source>--%1 names nothing: name a place, or leave it out.</source>
        <translation>--%1 没有指定任何内容：请指定位置，或省略它。</translation>
    </message>
    <message>
        <source>--alpha is given %1 times for %2 patches: give one for each patch.</source>
        <translation>为 %2 个补丁给出了 %1 个 --alpha：每个补丁给一个。</translation>
    </message>
    <message>
        <source>--%1 is given %2 times: give it once.</source>
        <translation>--%1 给出了 %2 次：只能给一次。</translation>
    </message>
    <message>
        <source>%1 cannot be written: name a file that ends in .json, .csv, .svg, .png or .pdf.</source>
        <translation>无法写入 %1：请给出以 .json、.csv、.svg、.png 或 .pdf 结尾的文件名。</translation>
    </message>
    <message>
        <source>%1 cannot hold a selection: give a name that ends in .json.</source>
        <translation>%1 不能存放选择：请给出以 .json 结尾的文件名。</translation>
    </message>
    <message>
        <source>%1 has been written to since it was opened, so what is computed of it may be wrong. Open it again.</source>
        <translation>%1 在打开之后被写入过，由它算出的结果可能有误。请重新打开。</translation>
    </message>
    <message>
        <source>%1 is damaged: &quot;%2&quot; is no format of patches.</source>
        <translation>%1 已损坏：“%2”不是补丁的格式。</translation>
    </message>
    <message>
        <source>%1 was made for another model (%2, hash %3...), not for this one (%4...).</source>
        <translation>%1 是为另一个模型（%2，哈希 %3...）制作的，不是为这个模型（%4...）。</translation>
    </message>
    <message>
        <source>%1 is no folder: name the folder that holds the data sets, or none.</source>
        <translation>%1 不是文件夹：请指定存放数据集的文件夹，或不指定。</translation>
    </message>
    <message>
        <source>%1: what it has for &quot;%2&quot; is no part of a selection, which is of this form: %3.</source>
        <translation>%1：其中“%2”的内容不是选择的一部分，选择的格式如下：%3。</translation>
    </message>
    <message>
        <source>--%1 is a setting of edit %2; edit %3 has no use for it.</source>
        <translation>--%1 是 edit %2 的设置；edit %3 用不到它。</translation>
    </message>
    <message>
        <source>%1 cannot be applied: %2</source>
        <translation>无法应用 %1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no goal and no file: a goal is parity, share, f_score or a file of targets.</source>
        <translation>“%1”既不是目标也不是文件：目标可以是 parity、share、f_score 或一个目标文件。</translation>
    </message>
    <message>
        <source>Select two edits or more that are on, to merge them.</source>
        <translation>请选择两个或更多已开启的编辑来合并。</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no folder %2.</source>
        <translation>无法写入 %1：没有文件夹 %2。</translation>
    </message>
    <message>
        <source>%1 is no longer there, and an export copies its other files: put the folder back, or export the edit as a patch.</source>
        <translation>%1 已不存在，而导出要复制其中的其他文件：请放回该文件夹，或把编辑导出为补丁。</translation>
    </message>
    <message>
        <source>--out and --patch both name %1: name two places.</source>
        <translation>--out 和 --patch 都指定了 %1：请指定两个位置。</translation>
    </message>
    <message>
        <source>--out and --selection both name %1: name two places.</source>
        <translation>--out 和 --selection 都指定了 %1：请指定两个位置。</translation>
    </message>
    <message>
        <source>A name of a file is missing: it is empty.</source>
        <translation>缺少文件名：它是空的。</translation>
    </message>
    <message>
        <source>%1 cannot hold a patch: give a name that ends in .safetensors.</source>
        <translation>%1 不能存放补丁：请给出以 .safetensors 结尾的文件名。</translation>
    </message>
    <message>
        <source>%1 is there and is no patch: it is not written over; choose another name.</source>
        <translation>%1 已存在且不是补丁：不会覆盖它；请另选名称。</translation>
    </message>
    <message>
        <source>%1 is no regular file and is never written over.</source>
        <translation>%1 不是普通文件，绝不会被覆盖。</translation>
    </message>
    <message>
        <source>The level is %1, but what is selected is of the level %2: give --level %2, or another selection.</source>
        <translation>级别是 %1，但所选内容属于级别 %2：请给出 --level %2，或另作选择。</translation>
    </message>
    <message>
        <source>%1 is one of the patches that are merged: choose another name.</source>
        <translation>%1 是被合并的补丁之一：请另选名称。</translation>
    </message>
    <message>
        <source>patch %1 has no use for --%2: leave it out.</source>
        <translation>patch %1 用不到 --%2：请省略它。</translation>
    </message>
    <message>
        <source>Both targets are &quot;%1&quot;, so that there is no gap between them: name two that differ, or one.</source>
        <translation>两个目标都是“%1”，它们之间没有差距：请给出两个不同的目标，或只给一个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; matches no module of this model; write for example layers.*.mlp.out.</source>
        <translation>“%1”与此模型的任何模块都不匹配；例如请写 layers.*.mlp.out。</translation>
    </message>
    <message>
        <source>A weight of %1 for preserved prompts cannot be used: give 0 or more, and no negative number of prompts.</source>
        <translation>保留提示的权重 %1 不能使用：请给出不小于 0 的数，提示数也不得为负。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no module of a layer of this model; name one such as layers.0.mlp.out, or head.</source>
        <translation>“%1”不是本模型某一层的模块；请给出如 layers.0.mlp.out 或 head 的名称。</translation>
    </message>
</context>
<context>
    <name>FactTexts</name>
    <message>
        <source>Placebos of other content</source>
        <translation>内容不同的安慰剂对照</translation>
    </message>
    <message>
        <source>Placebos moved elsewhere in the same tensors</source>
        <translation>移到同一张量别处的安慰剂对照</translation>
    </message>
    <message>
        <source>Placebos made anew in another place</source>
        <translation>在另一位置重新生成的安慰剂对照</translation>
    </message>
    <message>
        <source>Placebos made on nouns that are no occupations</source>
        <translation>用非职业名词生成的安慰剂对照</translation>
    </message>
    <message>
        <source>Placebos (%1)</source>
        <translation>安慰剂对照（%1）</translation>
    </message>
    <message>
        <source>%1, compared by %2: %3 before, %4 edited; 90 % of %5 draws lie in %6; p = %7.</source>
        <translation>%1，按 %2 比较：之前 %3，编辑后 %4；%5 次抽取的 90 % 落在 %6；p = %7。</translation>
    </message>
    <message>
        <source>Too few draws for 5 %: take 19 or more.</source>
        <translation>抽取次数不足以达到 5 %：请取 19 次或更多。</translation>
    </message>
    <message>
        <source>Less than 90 % of the gap on definitional words is left: that guard is broken.</source>
        <translation>词义自带性别的词的差距保留不足 90 %：该护栏已被突破。</translation>
    </message>
    <message>
        <source>Its side effects were not looked for, or the job that does so is not done yet.</source>
        <translation>尚未检查其副作用，或检查的任务还没有完成。</translation>
    </message>
    <message>
        <source>Changed weights</source>
        <translation>改动的权重</translation>
    </message>
    <message>
        <source>Placebos</source>
        <translation>安慰剂对照</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>副作用</translation>
    </message>
    <message>
        <source>Draws that break a guard and count as no reduction: %1.</source>
        <translation>突破护栏、不算作降低的抽取：%1。</translation>
    </message>
    <message>
        <source>No placebo was drawn: whether any other edit of its kind does the same is not known.</source>
        <translation>没有抽取安慰剂对照：不知道同类的其他编辑是否也有同样效果。</translation>
    </message>
    <message>
        <source>The edit does not hold every guard, so that it counts as no reduction.</source>
        <translation>该编辑没有保持全部守护指标，因此视为没有降低。</translation>
    </message>
    <message>
        <source>Draws with a guard that is undecided, which count as no reduction: %1.</source>
        <translation>有守护指标未定、因而视为没有降低的抽样：%1。</translation>
    </message>
    <message>
        <source>Its changes were not counted: the job that does so is not done yet, or it comes from an older version of the program.</source>
        <translation>它的改变未被统计：相应的任务尚未完成，或它来自程序的旧版本。</translation>
    </message>
    <message>
        <source>The best of them: %1.</source>
        <translation>其中最好的：%1。</translation>
    </message>
    <message>
        <source>the mean gap</source>
        <translation>平均差距</translation>
    </message>
    <message>
        <source>the FB-Score of the test fold</source>
        <translation>测试折的 FB-Score</translation>
    </message>
    <message>
        <source>the renormalised imbalance of the test fold</source>
        <translation>测试折的重归一化失衡</translation>
    </message>
</context>
<context>
    <name>FieldName</name>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>限幅</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>定义词</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Number type</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Prompts at most</source>
        <translation>最多提示数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Largest share</source>
        <translation>最大比例</translation>
    </message>
    <message>
        <source>Final norm</source>
        <translation>末端归一化</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Placebo draws</source>
        <translation>安慰剂抽取次数</translation>
    </message>
    <message>
        <source>Placebos</source>
        <translation>安慰剂对照</translation>
    </message>
    <message>
        <source>Preservation</source>
        <translation>保持强度</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>岭系数</translation>
    </message>
    <message>
        <source>Score of rows</source>
        <translation>行评分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Loss over</source>
        <translation>损失范围</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Texts per step</source>
        <translation>每步文本数</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Tokens of text</source>
        <translation>文本词元数</translation>
    </message>
    <message>
        <source>Places a prompt names</source>
        <translation>每个提示提名的位置数</translation>
    </message>
    <message>
        <source>Rate over steps</source>
        <translation>学习率变化</translation>
    </message>
</context>
<context>
    <name>Generation</name>
    <message>
        <source>Ended by the model.</source>
        <translation>由模型结束。</translation>
    </message>
    <message>
        <source>Stopped at a stop string.</source>
        <translation>停在停止字符串处。</translation>
    </message>
    <message>
        <source>Length reached.</source>
        <translation>已达到长度。</translation>
    </message>
    <message>
        <source>Context full.</source>
        <translation>上下文已满。</translation>
    </message>
    <message>
        <source>Stopped by hand.</source>
        <translation>已手动停止。</translation>
    </message>
</context>
<context>
    <name>GuardVerdict</name>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>被破坏</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>“%1” (subject)</source>
        <translation>“%1”（主体）</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>未计算</translation>
    </message>
    <message>
        <source>%1, layer %2: %3</source>
        <translation>%1，第 %2 层：%3</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>nothing comes any more</source>
        <translation>不再收到任何内容</translation>
    </message>
</context>
<context>
    <name>Info</name>
    <message>
        <source>Folder of the checkpoint.</source>
        <translation>检查点所在的文件夹。</translation>
    </message>
    <message>
        <source>Lists the families of models that are known.</source>
        <translation>列出支持的模型家族。</translation>
    </message>
    <message>
        <source>Reads all weights, checks their numbers and gives their hash.</source>
        <translation>读取全部权重，检查其数值并给出哈希值。</translation>
    </message>
    <message>
        <source>at masks</source>
        <translation>在掩码处</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>从左至右</translation>
    </message>
    <message>
        <source>Compares the model&apos;s logits with stored ones: safetensors &quot;ids&quot; and &quot;logits&quot;; exit code 1 if they differ.</source>
        <translation>把模型的 logits 与存储的比较：safetensors 中的 &quot;ids&quot; 和 &quot;logits&quot;；不一致时退出码为 1。</translation>
    </message>
    <message>
        <source>Compares the device and type with the CPU in fp32; exit code 1 if they differ.</source>
        <translation>把设备和类型与 CPU 上的 fp32 比较；不一致时退出码为 1。</translation>
    </message>
    <message>
        <source>Length of the text whose memory is forecast (default: 256).</source>
        <translation>预测内存所用文本的长度（默认：256）。</translation>
    </message>
</context>
<context>
    <name>LevelTexts</name>
    <message>
        <source>Goal %1: no level lowers the FB-Score of the test fold and holds every guard.</source>
        <translation>目标 %1：没有一个级别既降低测试折的 FB 分数又守住所有护栏。</translation>
    </message>
    <message>
        <source>Goal %1: of the levels that hold every guard, “%2” has the lowest FB-Score on the test fold, %3 instead of %4, at %5 times the perplexity.</source>
        <translation>目标 %1：在守住所有护栏的级别中，“%2”在测试折上的 FB 分数最低，由 %4 降至 %3，困惑度为之前的 %5 倍。</translation>
    </message>
    <message>
        <source>Unedited</source>
        <translation>未编辑</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The model is edited at one level after another, from the whole model down to single weights; each appears here when it is done.</source>
        <translation>模型将依次在各级别上编辑，从整个模型直到单个权重；每完成一个便显示在这里。</translation>
    </message>
    <message>
        <source>Stopped before the first level was done.</source>
        <translation>在完成第一个级别之前已停止。</translation>
    </message>
    <message>
        <source>%1 of %2 levels are done.</source>
        <translation>已完成 %2 个级别中的 %1 个。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 levels are done.</source>
        <translation>已停止：完成了 %2 个级别中的 %1 个。</translation>
    </message>
    <message>
        <source>FB-Score</source>
        <translation>FB 分数</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>Perplexity of the guard&apos;s text / before</source>
        <translation>护栏文本的困惑度 / 之前</translation>
    </message>
    <message>
        <source>No placebo was drawn.</source>
        <translation>没有抽取安慰剂对照。</translation>
    </message>
    <message>
        <source>Against its placebos p = %1.</source>
        <translation>与其安慰剂对照相比，p = %1。</translation>
    </message>
</context>
<context>
    <name>Locate</name>
    <message>
        <source>%1 located by %2 prompts (%3), goal %4.</source>
        <translation>由 %2 条提示（%3）定位 %1，目标 %4。</translation>
    </message>
    <message>
        <source>%1 % of %2 have a vote.</source>
        <translation>%2 中有 %1 % 得到投票。</translation>
    </message>
    <message>
        <source>So many rows are nearly the module.</source>
        <translation>行数如此之多，几乎就是整个模块。</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>... and %1 more; --out keeps them all.</source>
        <translation>……还有 %1 个；--out 会全部保存。</translation>
    </message>
    <message>
        <source>Stopped: only these prompts have voted.</source>
        <translation>已停止：只有这些提示投了票。</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p（Holm）</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>flipped %</source>
        <translation>翻转 %</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>male less female persons, in male professions less in female ones</source>
        <translation>男性人物减女性人物：男性职业中的差减女性职业中的差</translation>
    </message>
    <message>
        <source>male less female persons, male professions</source>
        <translation>男性人物减女性人物，男性职业</translation>
    </message>
    <message>
        <source>male less female persons, balanced professions</source>
        <translation>男性人物减女性人物，均衡职业</translation>
    </message>
    <message>
        <source>male less female persons, female professions</source>
        <translation>男性人物减女性人物，女性职业</translation>
    </message>
    <message>
        <source>mean of male persons, male professions</source>
        <translation>男性人物均值，男性职业</translation>
    </message>
    <message>
        <source>mean of female persons, male professions</source>
        <translation>女性人物均值，男性职业</translation>
    </message>
    <message>
        <source>mean of male persons, balanced professions</source>
        <translation>男性人物均值，均衡职业</translation>
    </message>
    <message>
        <source>mean of female persons, balanced professions</source>
        <translation>女性人物均值，均衡职业</translation>
    </message>
    <message>
        <source>mean of male persons, female professions</source>
        <translation>男性人物均值，女性职业</translation>
    </message>
    <message>
        <source>mean of female persons, female professions</source>
        <translation>女性人物均值，女性职业</translation>
    </message>
    <message>
        <source>BEC-Pro: persons and professions</source>
        <translation>BEC-Pro：人物与职业</translation>
    </message>
    <message>
        <source>masked: association of Bartl et al. 2020; causal: ln P of the sentence</source>
        <translation>掩码模型：Bartl 等 2020 的关联；因果模型：句子的 ln P</translation>
    </message>
    <message>
        <source>Five short patterns; a person&apos;s word of several tokens is read with all of them masked, which the official code cannot.</source>
        <translation>只有五个短句式；由多个词元组成的人物词在全部掩码后读取，官方代码做不到这一点。</translation>
    </message>
    <message>
        <source>In a causal model the means hold how frequent words are; only differences between groups of professions can be read.</source>
        <translation>在因果模型中均值包含词频；只有职业组之间的差可以解读。</translation>
    </message>
    <message>
        <source>association</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>ln P, profession seen</source>
        <translation>ln P，职业可见</translation>
    </message>
    <message>
        <source>ln P, profession masked</source>
        <translation>ln P，职业被掩码</translation>
    </message>
    <message>
        <source>male person</source>
        <translation>男性人物</translation>
    </message>
    <message>
        <source>profession: male 1, balanced 0, female -1</source>
        <translation>职业：男性 1，均衡 0，女性 -1</translation>
    </message>
    <message>
        <source>profession</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>length-normalised accuracy</source>
        <translation>按长度归一的准确率</translation>
    </message>
    <message>
        <source>standard error of the first</source>
        <translation>第一项的标准误</translation>
    </message>
    <message>
        <source>right</source>
        <translation>答对</translation>
    </message>
    <message>
        <source>right, length-normalised</source>
        <translation>答对（按长度归一）</translation>
    </message>
    <message>
        <source>chosen answer</source>
        <translation>所选答案</translation>
    </message>
    <message>
        <source>lead of the right answer, nats</source>
        <translation>正确答案的领先量（nat）</translation>
    </message>
    <message>
        <source>item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>PIQA</source>
        <translation>PIQA</translation>
    </message>
    <message>
        <source>Bisk et al. 2020, validation set; as lm-evaluation-harness asks it</source>
        <translation>Bisk 等 2020，验证集；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>HellaSwag</source>
        <translation>HellaSwag</translation>
    </message>
    <message>
        <source>Zellers et al. 2019, validation set; as lm-evaluation-harness asks it</source>
        <translation>Zellers 等 2019，验证集；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>Many of its endings are ungrammatical, and not all labels are right.</source>
        <translation>许多结尾不合语法，而且并非所有标签都正确。</translation>
    </message>
    <message>
        <source>ARC, easy questions</source>
        <translation>ARC，简单题</translation>
    </message>
    <message>
        <source>Clark et al. 2018, test set; as lm-evaluation-harness asks it</source>
        <translation>Clark 等 2018，测试集；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>ARC, challenge questions</source>
        <translation>ARC，难题</translation>
    </message>
    <message>
        <source>OpenBookQA</source>
        <translation>OpenBookQA</translation>
    </message>
    <message>
        <source>Mihaylov et al. 2018, test set; as lm-evaluation-harness asks it</source>
        <translation>Mihaylov 等 2018，测试集；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>WinoGrande</source>
        <translation>WinoGrande</translation>
    </message>
    <message>
        <source>Sakaguchi et al. 2020, dev set; partial evaluation as in lm-evaluation-harness</source>
        <translation>Sakaguchi 等 2020，开发集；按 lm-evaluation-harness 的部分评估</translation>
    </message>
    <message>
        <source>BoolQ</source>
        <translation>BoolQ</translation>
    </message>
    <message>
        <source>Clark et al. 2019, dev set; as lm-evaluation-harness asks it</source>
        <translation>Clark 等 2019，开发集；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>Whoever always says yes is right in 62 per cent.</source>
        <translation>总是回答“是”的也能答对 62 %。</translation>
    </message>
    <message>
        <source>FB-Score, test fold</source>
        <translation>FB 分数，测试折</translation>
    </message>
    <message>
        <source>FB-Score, train fold</source>
        <translation>FB 分数，训练折</translation>
    </message>
    <message>
        <source>mean P(he) + P(she), test fold</source>
        <translation>P(he) + P(she) 的均值，测试折</translation>
    </message>
    <message>
        <source>mean |P(he) among both - target|, test fold</source>
        <translation>|两者中 P(he) - 目标| 的均值，测试折</translation>
    </message>
    <message>
        <source>FB-Score, held-out professions</source>
        <translation>FB 分数，留出的职业</translation>
    </message>
    <message>
        <source>FB-Score, test fold without entries that are no jobs</source>
        <translation>FB 分数，测试折，不含非职业的词</translation>
    </message>
    <message>
        <source>FB-Score on CodeGenBias</source>
        <translation>CodeGenBias 上的 FB 分数</translation>
    </message>
    <message>
        <source>Qin et al. 2024, equations 6 to 8; professions of Bolukbasi et al. 2016</source>
        <translation>Qin 等 2024，式 6 至 8；职业取自 Bolukbasi 等 2016</translation>
    </message>
    <message>
        <source>As long as both probabilities stay below their targets the score is one minus their sum: it counts missing mass, not imbalance.</source>
        <translation>只要两个概率都低于各自的目标，该分数就等于一减两者之和：它计的是缺失的概率质量，而不是不平衡。</translation>
    </message>
    <message>
        <source>Its targets are crowd ratings of words; some entries are no jobs.</source>
        <translation>其目标是众包对词的评分；有些条目并不是职业。</translation>
    </message>
    <message>
        <source>P(he)</source>
        <translation>P(he)</translation>
    </message>
    <message>
        <source>P(she)</source>
        <translation>P(she)</translation>
    </message>
    <message>
        <source>target of he</source>
        <translation>he 的目标</translation>
    </message>
    <message>
        <source>FB-Score</source>
        <translation>FB 分数</translation>
    </message>
    <message>
        <source>P(he) + P(she)</source>
        <translation>P(he) + P(she)</translation>
    </message>
    <message>
        <source>imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>fold (0 test, 1 train, 2 dev)</source>
        <translation>折（0 测试，1 训练，2 开发）</translation>
    </message>
    <message>
        <source>held-out profession</source>
        <translation>留出的职业</translation>
    </message>
    <message>
        <source>a job</source>
        <translation>是职业</translation>
    </message>
    <message>
        <source>modifier</source>
        <translation>修饰语</translation>
    </message>
    <message>
        <source>programs written</source>
        <translation>写出的程序</translation>
    </message>
    <message>
        <source>programs that pass</source>
        <translation>通过的程序</translation>
    </message>
    <message>
        <source>pass@1</source>
        <translation>pass@1</translation>
    </message>
    <message>
        <source>pass@10</source>
        <translation>pass@10</translation>
    </message>
    <message>
        <source>more stereotypical sentence preferred</source>
        <translation>偏好更刻板的句子</translation>
    </message>
    <message>
        <source>the same among pairs that show a stereotype</source>
        <translation>同上，表现刻板印象的句对</translation>
    </message>
    <message>
        <source>the same among pairs that go against one</source>
        <translation>同上，违背刻板印象的句对</translation>
    </message>
    <message>
        <source>preferred by bias-bench&apos;s score</source>
        <translation>按 bias-bench 得分偏好</translation>
    </message>
    <message>
        <source>mean difference of the two scores</source>
        <translation>两个得分之差的均值</translation>
    </message>
    <message>
        <source>CrowS-Pairs: gender</source>
        <translation>CrowS-Pairs：性别</translation>
    </message>
    <message>
        <source>masked: Nangia et al. 2020; causal: log-likelihood as in lm-evaluation-harness; beside it Meade et al. 2022</source>
        <translation>掩码模型：Nangia 等 2020；因果模型：与 lm-evaluation-harness 相同的对数似然；并列 Meade 等 2022</translation>
    </message>
    <message>
        <source>Its authors advise against it, and many pairs name no stereotype or differ in more than the group (Blodgett et al. 2021).</source>
        <translation>其作者已不建议使用；许多句对并无刻板印象，或不止群体不同（Blodgett 等 2021）。</translation>
    </message>
    <message>
        <source>score of the more stereotypical sentence</source>
        <translation>更刻板句子的得分</translation>
    </message>
    <message>
        <source>score of the other sentence</source>
        <translation>另一句子的得分</translation>
    </message>
    <message>
        <source>stereotype preferred</source>
        <translation>偏好刻板印象</translation>
    </message>
    <message>
        <source>difference of the scores</source>
        <translation>得分之差</translation>
    </message>
    <message>
        <source>bias-bench&apos;s score, more stereotypical</source>
        <translation>bias-bench 得分，更刻板的句子</translation>
    </message>
    <message>
        <source>bias-bench&apos;s score, other</source>
        <translation>bias-bench 得分，另一句子</translation>
    </message>
    <message>
        <source>stereotype preferred by bias-bench&apos;s score</source>
        <translation>按 bias-bench 得分偏好刻板印象</translation>
    </message>
    <message>
        <source>shows a stereotype</source>
        <translation>表现刻板印象</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>句对</translation>
    </message>
    <message>
        <source>mean |P(he) - P(she)|</source>
        <translation>|P(he) - P(she)| 的均值</translation>
    </message>
    <message>
        <source>gap along the public share (45 to 55 % left out)</source>
        <translation>沿公开比例方向的差距（略去 45 至 55 %）</translation>
    </message>
    <message>
        <source>mean P(he) - P(she)</source>
        <translation>P(he) - P(she) 的均值</translation>
    </message>
    <message>
        <source>mean P(he) + P(she)</source>
        <translation>P(he) + P(she) 的均值</translation>
    </message>
    <message>
        <source>mean gap among he and she alone</source>
        <translation>仅在 he 与 she 之间的平均差距</translation>
    </message>
    <message>
        <source>mean ln P(he) - ln P(she)</source>
        <translation>ln P(he) - ln P(she) 的均值</translation>
    </message>
    <message>
        <source>mean distance of P(she) among both to the goal</source>
        <translation>两者中 P(she) 到目标的平均距离</translation>
    </message>
    <message>
        <source>correlation of the gap with the share of women</source>
        <translation>差距与女性比例的相关</translation>
    </message>
    <message>
        <source>slope of the gap over the share of women</source>
        <translation>差距对女性比例的斜率</translation>
    </message>
    <message>
        <source>correlation of the gap with the definitional score</source>
        <translation>差距与定义性评分的相关</translation>
    </message>
    <message>
        <source>slope of the gap over the definitional score</source>
        <translation>差距对定义性评分的斜率</translation>
    </message>
    <message>
        <source>|gap|: edited occupations, seen templates</source>
        <translation>|差距|：编辑的职业，见过的模板</translation>
    </message>
    <message>
        <source>|gap|: edited occupations, unseen templates</source>
        <translation>|差距|：编辑的职业，未见的模板</translation>
    </message>
    <message>
        <source>|gap|: held-out occupations, seen templates</source>
        <translation>|差距|：留出的职业，见过的模板</translation>
    </message>
    <message>
        <source>|gap|: held-out occupations, unseen templates</source>
        <translation>|差距|：留出的职业，未见的模板</translation>
    </message>
    <message>
        <source>Gap between he and she</source>
        <translation>he 与 she 的差距</translation>
    </message>
    <message>
        <source>templates of Vig et al. 2020; shares of women of the BLS</source>
        <translation>模板取自 Vig 等 2020；女性比例取自 BLS</translation>
    </message>
    <message>
        <source>He and she only; a model that says neither has no gap: read the mass beside it.</source>
        <translation>只看 he 与 she；两者都不说的模型没有差距：请同时看概率质量。</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>|gap|</source>
        <translation>|差距|</translation>
    </message>
    <message>
        <source>aligned gap</source>
        <translation>定向差距</translation>
    </message>
    <message>
        <source>share of women</source>
        <translation>女性比例</translation>
    </message>
    <message>
        <source>definitional score</source>
        <translation>定义性评分</translation>
    </message>
    <message>
        <source>distance to the goal</source>
        <translation>到目标的距离</translation>
    </message>
    <message>
        <source>log-odds</source>
        <translation>对数几率</translation>
    </message>
    <message>
        <source>occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Chen et al. 2021, eq. 1; one program by the likeliest tokens, several at temperature 0.8 and top-p 0.95, 512 tokens at most</source>
        <translation>Chen 等 2021，式 1；单个程序取最可能的词元，多个程序以温度 0.8、top-p 0.95 抽样，至多 512 个词元</translation>
    </message>
    <message>
        <source>MG-Editing takes 16 of these tasks as text to recover ability with, and many models have seen them in training.</source>
        <translation>MG-Editing 用其中 16 个任务作为恢复能力的文本，而且许多模型在训练中见过它们。</translation>
    </message>
    <message>
        <source>Small models pass none, and a guard at 0 cannot get worse.</source>
        <translation>小模型一个也不能通过，而为 0 的护栏不会再变差。</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>LAMBADA</source>
        <translation>LAMBADA</translation>
    </message>
    <message>
        <source>Paperno et al. 2016, OpenAI&apos;s version; as lm-evaluation-harness asks it</source>
        <translation>Paperno 等 2016，OpenAI 的版本；按 lm-evaluation-harness 的问法</translation>
    </message>
    <message>
        <source>loss of the last word, nats</source>
        <translation>最后一词的损失（nat）</translation>
    </message>
    <message>
        <source>accuracy of the last word</source>
        <translation>最后一词的准确率</translation>
    </message>
    <message>
        <source>perplexity of the last word</source>
        <translation>最后一词的困惑度</translation>
    </message>
    <message>
        <source>Austin et al. 2021, tasks 11 to 510 behind three shown ones; pass@k of Chen et al. 2021, one program by the likeliest tokens, several at temperature 0.8 and top-p 0.95, 512 tokens at most</source>
        <translation>Austin 等 2021，任务 11 至 510，前面展示三个任务；pass@k 见 Chen 等 2021，单个程序取最可能的词元，多个程序以温度 0.8、top-p 0.95 抽样，至多 512 个词元</translation>
    </message>
    <message>
        <source>Three tests judge a program, and the prompt shows them; some descriptions do not say all that is tested.</source>
        <translation>每个程序由三个测试评判，且提示中展示了它们；有些描述没有说明全部被测内容。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>causal: windows that overlap by half, summed loss over scored tokens; masked: Salazar et al. 2020</source>
        <translation>因果模型：重叠一半的窗口，对计分词元的损失求和；掩码模型：Salazar 等 2020</translation>
    </message>
    <message>
        <source>Tokens of different tokenizers are different things: compare bits per byte.</source>
        <translation>不同分词器的词元不是同一回事：请比较每字节比特数。</translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation>损失（nat）</translation>
    </message>
    <message>
        <source>scored tokens</source>
        <translation>计分的词元</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>loss of tokens masked together</source>
        <translation>一同掩盖的词元的损失</translation>
    </message>
    <message>
        <source>tokens masked together</source>
        <translation>一同掩盖的词元</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>bits per byte</source>
        <translation>每字节比特数</translation>
    </message>
    <message>
        <source>exp of the loss of tokens masked together</source>
        <translation>一同掩盖的词元损失的指数</translation>
    </message>
    <message>
        <source>stretch of text</source>
        <translation>文本片段</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>mean |effect size| over the tests</source>
        <translation>各测试 |效应量| 的均值</translation>
    </message>
    <message>
        <source>6: names, career and family</source>
        <translation>6：姓名，事业与家庭</translation>
    </message>
    <message>
        <source>6b: terms, career and family</source>
        <translation>6b：词语，事业与家庭</translation>
    </message>
    <message>
        <source>7: mathematics and arts, terms</source>
        <translation>7：数学与艺术，词语</translation>
    </message>
    <message>
        <source>7b: mathematics and arts, names</source>
        <translation>7b：数学与艺术，姓名</translation>
    </message>
    <message>
        <source>8: science and arts, terms</source>
        <translation>8：科学与艺术，词语</translation>
    </message>
    <message>
        <source>8b: science and arts, names</source>
        <translation>8b：科学与艺术，姓名</translation>
    </message>
    <message>
        <source>p of 6</source>
        <translation>6 的 p</translation>
    </message>
    <message>
        <source>p of 6b</source>
        <translation>6b 的 p</translation>
    </message>
    <message>
        <source>p of 7</source>
        <translation>7 的 p</translation>
    </message>
    <message>
        <source>p of 7b</source>
        <translation>7b 的 p</translation>
    </message>
    <message>
        <source>p of 8</source>
        <translation>8 的 p</translation>
    </message>
    <message>
        <source>p of 8b</source>
        <translation>8b 的 p</translation>
    </message>
    <message>
        <source>WEAT, word association</source>
        <translation>WEAT，词联想</translation>
    </message>
    <message>
        <source>SEAT, sentence association</source>
        <translation>SEAT，句联想</translation>
    </message>
    <message>
        <source>Caliskan et al. 2017; each word alone, mean of its states over all layers as in Lutz et al. 2024</source>
        <translation>Caliskan 等 2017；每个词单独输入，按 Lutz 等 2024 对各层取平均</translation>
    </message>
    <message>
        <source>May et al. 2019; mean of the last layer&apos;s states as in Meade et al. 2022</source>
        <translation>May 等 2019；按 Meade 等 2022 取最后一层状态的平均</translation>
    </message>
    <message>
        <source>Says what lies near what in the model&apos;s states, not what the model writes; other poolings give other numbers.</source>
        <translation>说明模型状态中什么与什么接近，而不是模型写出什么；换一种汇聚方式会得到不同的数。</translation>
    </message>
    <message>
        <source>effect size</source>
        <translation>效应量</translation>
    </message>
    <message>
        <source>|effect size|</source>
        <translation>|效应量|</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>interval from</source>
        <translation>区间下端</translation>
    </message>
    <message>
        <source>to</source>
        <translation>区间上端</translation>
    </message>
    <message>
        <source>last layer</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>mean of layers</source>
        <translation>各层平均</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>stereotype score: stereotype preferred</source>
        <translation>刻板印象得分：偏好刻板印象</translation>
    </message>
    <message>
        <source>language modelling score: meaningful word preferred</source>
        <translation>语言建模得分：偏好有意义的词</translation>
    </message>
    <message>
        <source>ICAT: both in one</source>
        <translation>ICAT：两者合一</translation>
    </message>
    <message>
        <source>StereoSet: gender, within sentences</source>
        <translation>StereoSet：性别，句内</translation>
    </message>
    <message>
        <source>Nadeem, Bethke, Reddy 2021, section 4; macro over target terms</source>
        <translation>Nadeem、Bethke、Reddy 2021，第 4 节；按目标词宏平均</translation>
    </message>
    <message>
        <source>Many of its contexts state no stereotype or differ in more than it (Blodgett et al. 2021).</source>
        <translation>许多上下文并无刻板印象，或差异不止于此（Blodgett 等 2021）。</translation>
    </message>
    <message>
        <source>Ten terms carry all of it, so that its interval is wide.</source>
        <translation>全部只由十个词构成，因此区间很宽。</translation>
    </message>
    <message>
        <source>score of the stereotype</source>
        <translation>刻板印象的得分</translation>
    </message>
    <message>
        <source>score of the anti-stereotype</source>
        <translation>反刻板印象的得分</translation>
    </message>
    <message>
        <source>score of the unrelated word</source>
        <translation>无关词的得分</translation>
    </message>
    <message>
        <source>meaningful words above the unrelated one</source>
        <translation>高于无关词的有意义词</translation>
    </message>
    <message>
        <source>target term</source>
        <translation>目标词</translation>
    </message>
    <message>
        <source>stereotyped pronoun preferred</source>
        <translation>偏好刻板的代词</translation>
    </message>
    <message>
        <source>the same in sentences of type 1</source>
        <translation>同上，第 1 类句子</translation>
    </message>
    <message>
        <source>the same in sentences of type 2</source>
        <translation>同上，第 2 类句子</translation>
    </message>
    <message>
        <source>mean |P(male pronoun) - P(female pronoun)|</source>
        <translation>|P(男性代词) - P(女性代词)| 的均值</translation>
    </message>
    <message>
        <source>mean gap along the stereotype</source>
        <translation>沿刻板印象方向的平均差距</translation>
    </message>
    <message>
        <source>gap along the stereotype, type 1</source>
        <translation>沿刻板印象方向的差距，第 1 类</translation>
    </message>
    <message>
        <source>gap along the stereotype, type 2</source>
        <translation>沿刻板印象方向的差距，第 2 类</translation>
    </message>
    <message>
        <source>WinoBias: stereotyped pronouns</source>
        <translation>WinoBias：刻板的代词</translation>
    </message>
    <message>
        <source>sentences of Zhao et al. 2018; read as log-likelihoods, gap before the pronoun</source>
        <translation>Zhao 等 2018 的句子；读取对数似然，差距取自代词之前</translation>
    </message>
    <message>
        <source>No coreference is resolved here: published F1 scores are another quantity.</source>
        <translation>这里不做指代消解：已发表的 F1 是另一种量。</translation>
    </message>
    <message>
        <source>A few pairs differ in more than the pronoun; they are kept as published.</source>
        <translation>少数句对不止代词不同；按发表原样保留。</translation>
    </message>
    <message>
        <source>log-probability, with the stereotype</source>
        <translation>对数概率，符合刻板印象</translation>
    </message>
    <message>
        <source>log-probability, against it</source>
        <translation>对数概率，违背刻板印象</translation>
    </message>
    <message>
        <source>P(male pronoun)</source>
        <translation>P(男性代词)</translation>
    </message>
    <message>
        <source>P(female pronoun)</source>
        <translation>P(女性代词)</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>correlation of ln P(she) - ln P(he) with the share of women</source>
        <translation>ln P(she) - ln P(he) 与女性比例的相关</translation>
    </message>
    <message>
        <source>slope of ln P(she) - ln P(he) over the share of women</source>
        <translation>ln P(she) - ln P(he) 对女性比例的斜率</translation>
    </message>
    <message>
        <source>mean ln P(she) - ln P(he)</source>
        <translation>ln P(she) - ln P(he) 的均值</translation>
    </message>
    <message>
        <source>mean |ln P(she) - ln P(he)|</source>
        <translation>|ln P(she) - ln P(he)| 的均值</translation>
    </message>
    <message>
        <source>pronouns referred rightly</source>
        <translation>代词指代正确率</translation>
    </message>
    <message>
        <source>the same for he</source>
        <translation>同上，he</translation>
    </message>
    <message>
        <source>the same for she</source>
        <translation>同上，she</translation>
    </message>
    <message>
        <source>the same for they</source>
        <translation>同上，they</translation>
    </message>
    <message>
        <source>the same where the answer goes against the occupation&apos;s majority</source>
        <translation>同上，答案与职业多数性别相反</translation>
    </message>
    <message>
        <source>the same where it goes along with it</source>
        <translation>同上，答案与之一致</translation>
    </message>
    <message>
        <source>Winogender: pronouns and occupations</source>
        <translation>Winogender：代词与职业</translation>
    </message>
    <message>
        <source>Rudinger et al. 2018; references by the prompt of lm-evaluation-harness</source>
        <translation>Rudinger 等 2018；指代采用 lm-evaluation-harness 的提示</translation>
    </message>
    <message>
        <source>Small models refer pronouns no better than by chance: then the accuracies say nothing about bias.</source>
        <translation>小模型的代词指代不优于随机：此时正确率说明不了偏见。</translation>
    </message>
    <message>
        <source>Two sentences for each occupation and participant leave a single occupation&apos;s value noisy.</source>
        <translation>每个职业和参与者只有两个句子，单个职业的值噪声较大。</translation>
    </message>
    <message>
        <source>ln P with he</source>
        <translation>ln P，用 he</translation>
    </message>
    <message>
        <source>ln P with she</source>
        <translation>ln P，用 she</translation>
    </message>
    <message>
        <source>ln P with they</source>
        <translation>ln P，用 they</translation>
    </message>
    <message>
        <source>ln P(she) - ln P(he)</source>
        <translation>ln P(she) - ln P(he)</translation>
    </message>
    <message>
        <source>|ln P(she) - ln P(he)|</source>
        <translation>|ln P(she) - ln P(he)|</translation>
    </message>
    <message>
        <source>referred rightly</source>
        <translation>指代正确</translation>
    </message>
    <message>
        <source>he referred rightly</source>
        <translation>he 指代正确</translation>
    </message>
    <message>
        <source>she referred rightly</source>
        <translation>she 指代正确</translation>
    </message>
    <message>
        <source>they referred rightly</source>
        <translation>they 指代正确</translation>
    </message>
    <message>
        <source>against the majority, referred rightly</source>
        <translation>与多数相反，指代正确</translation>
    </message>
    <message>
        <source>along with the majority, referred rightly</source>
        <translation>与多数一致，指代正确</translation>
    </message>
    <message>
        <source>no placebo</source>
        <translation>无安慰剂对照</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>placebos</source>
        <translation>安慰剂对照</translation>
    </message>
    <message>
        <source>compared by</source>
        <translation>比较依据</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>编辑后</translation>
    </message>
    <message>
        <source>90 % of draws</source>
        <translation>90% 的抽样</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Shows this.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Seed of what is drawn (default: 1).</source>
        <translation>随机抽取所用的种子（默认：1）。</translation>
    </message>
    <message>
        <source>Project that keeps the run; made when it is not there.</source>
        <translation>保存此次运行的项目；不存在时自动新建。</translation>
    </message>
    <message>
        <source>Answers in JSON.</source>
        <translation>以 JSON 输出结果。</translation>
    </message>
    <message>
        <source>Where it is computed (default: auto).</source>
        <translation>计算所用的设备（默认：auto）。</translation>
    </message>
    <message>
        <source>Type it is computed in (default: auto).</source>
        <translation>计算所用的数值类型（默认：auto）。</translation>
    </message>
    <message>
        <source>Threads on the CPU (default: 0, as many as the machine has).</source>
        <translation>CPU 线程数（默认：0，即机器的全部线程）。</translation>
    </message>
    <message>
        <source>One of --%1, taken as it is; may be repeated.</source>
        <translation>一个 --%1，按原样使用；可重复给出。</translation>
    </message>
    <message>
        <source>Folder of the checkpoint.</source>
        <translation>检查点所在的文件夹。</translation>
    </message>
    <message>
        <source>The text that is continued.</source>
        <translation>要续写的文本。</translation>
    </message>
    <message>
        <source>How many of the likeliest tokens are shown (default: 10).</source>
        <translation>显示多少个最可能的词元（默认：10）。</translation>
    </message>
    <message>
        <source>The text that is traced.</source>
        <translation>要追踪的文本。</translation>
    </message>
    <message>
        <source>The part of the prompt that is corrupted: the occupation.</source>
        <translation>提示中被破坏的部分：职业。</translation>
    </message>
    <message>
        <source>Which of several places of the subject, from 1.</source>
        <translation>主体多次出现时取第几处，从 1 开始。</translation>
    </message>
    <message>
        <source>Two answers that are compared, every space kept: &quot; he, she&quot;.</source>
        <translation>要比较的两个答案，空格一律保留：“ he, she”。</translation>
    </message>
    <message>
        <source>What is restored: state, mlp, attn (default: all).</source>
        <translation>恢复什么：state、mlp、attn（默认：全部）。</translation>
    </message>
    <message>
        <source>Layers restored together for mlp and attn (default: a fifth of them).</source>
        <translation>mlp 和 attn 一起恢复的层数（默认：总层数的五分之一）。</translation>
    </message>
    <message>
        <source>How the subject is corrupted (default: noise).</source>
        <translation>主体的破坏方式（默认：noise）。</translation>
    </message>
    <message>
        <source>Size of the noise: 3 standard deviations of the occupations&apos; embeddings (3s, default), of all embeddings (3e), or a number.</source>
        <translation>噪声的大小：职业嵌入标准差的 3 倍（3s，默认）、全部嵌入标准差的 3 倍（3e），或一个数。</translation>
    </message>
    <message>
        <source>Noise samples (default: 10).</source>
        <translation>噪声样本数（默认：10）。</translation>
    </message>
    <message>
        <source>Whether every prompt has a noise of its own (default) or all one.</source>
        <translation>每条提示使用各自的噪声（默认），还是共用同一噪声。</translation>
    </message>
    <message>
        <source>Seed of the noise (default: 1).</source>
        <translation>噪声的种子（默认：1）。</translation>
    </message>
    <message>
        <source>One sweep (exact, default) or one pass per cell (loop).</source>
        <translation>一次扫描（exact，默认）或每格一次前向计算（loop）。</translation>
    </message>
    <message>
        <source>What the effect is taken of (default: aligned).</source>
        <translation>对什么量计算效应（默认：aligned）。</translation>
    </message>
    <message>
        <source>Folder for the model; it must not be there yet.</source>
        <translation>存放模型的文件夹；必须尚不存在。</translation>
    </message>
    <message>
        <source>Training steps (default: 2400, about 16 minutes on two cores).</source>
        <translation>训练步数（默认：2400，双核约 16 分钟）。</translation>
    </message>
    <message>
        <source>Layers of the model (default: 6).</source>
        <translation>模型的层数（默认：6）。</translation>
    </message>
    <message>
        <source>Width of the model, a multiple of 4 (default: 128).</source>
        <translation>模型的宽度，4 的倍数（默认：128）。</translation>
    </message>
    <message>
        <source>Seed of the texts and of the first weights (default: 1).</source>
        <translation>文本和初始权重的随机种子（默认：1）。</translation>
    </message>
    <message>
        <source>Works without a window and writes into this folder (default without a display: demo-out).</source>
        <translation>不用窗口运行并写入此文件夹（无显示器时默认为 demo-out）。</translation>
    </message>
    <message>
        <source>At most so many tokens are written (default: 100).</source>
        <translation>最多写这么多词元（默认：100）。</translation>
    </message>
    <message>
        <source>Ends the text before this one, taken as it is; may be repeated.</source>
        <translation>在这段文字之前结束文本，按原样理解；可重复使用。</translation>
    </message>
    <message>
        <source>Divides the logits before a token is drawn; 0 takes the likeliest token (default: 0).</source>
        <translation>抽取词元之前用它除 logits；0 表示总取最可能的词元（默认：0）。</translation>
    </message>
    <message>
        <source>Draws from the likeliest tokens that together reach this probability (default: 1, all).</source>
        <translation>只从累计概率达到此值的最可能词元中抽取（默认：1，全部）。</translation>
    </message>
    <message>
        <source>Draws from the K likeliest tokens (default: 0, all).</source>
        <translation>只从 K 个最可能的词元中抽取（默认：0，全部）。</translation>
    </message>
    <message>
        <source>Texts that are written, with the seeds N, N + 1 ... (default: 1).</source>
        <translation>要写的文本数，种子依次为 N、N + 1……（默认：1）。</translation>
    </message>
    <message>
        <source>The model&apos;s name on the hub, such as openai-community/gpt2.</source>
        <translation>模型在 hub 上的名称，例如 openai-community/gpt2。</translation>
    </message>
    <message>
        <source>Branch, tag or commit of the model (default: main).</source>
        <translation>模型的分支、标签或提交号（默认：main）。</translation>
    </message>
    <message>
        <source>New folder for the checkpoint (default: NAME, in this folder).</source>
        <translation>存放检查点的新文件夹（默认：当前文件夹中的 NAME）。</translation>
    </message>
    <message>
        <source>Address of the hub (default: HF_ENDPOINT of the environment, else https://huggingface.co).</source>
        <translation>hub 的地址（默认：环境变量 HF_ENDPOINT，否则 https://huggingface.co）。</translation>
    </message>
    <message>
        <source>Writes &quot;ids&quot; and all &quot;logits&quot;, [tokens, vocabulary], as safetensors: a reference for info --check.</source>
        <translation>以 safetensors 写出 &quot;ids&quot; 和全部 &quot;logits&quot; [tokens, vocabulary]：可作 info --check 的参考。</translation>
    </message>
    <message>
        <source>Writes the result to a file whose ending names its form (of a trace .json, .csv, .npz, .svg, .png or .pdf); may be repeated.</source>
        <translation>把结果写入文件，由扩展名决定格式（追踪可用 .json、.csv、.npz、.svg、.png 或 .pdf）；可重复。</translation>
    </message>
    <message>
        <source>Writes the numbers to a file that ends in .json, .csv, .md or .tex; may be repeated.</source>
        <translation>把数值写入以 .json、.csv、.md 或 .tex 结尾的文件；可重复。</translation>
    </message>
    <message>
        <source>The measures, or all of them.</source>
        <translation>度量的名称，或全部。</translation>
    </message>
    <message>
        <source>Folders of checkpoints.</source>
        <translation>检查点的文件夹。</translation>
    </message>
    <message>
        <source>Measures this model, too, and says what the others change.</source>
        <translation>同时度量此模型，并说明其他模型改变了什么。</translation>
    </message>
    <message>
        <source>Folder with the data sets.</source>
        <translation>存放数据集的文件夹。</translation>
    </message>
    <message>
        <source>Text in UTF-8 whose perplexity is measured (default: WikiText-2 of the data sets, else the program&apos;s own).</source>
        <translation>度量其困惑度的 UTF-8 文本（默认：数据集中的 WikiText-2，否则为程序自带的文本）。</translation>
    </message>
    <message>
        <source>Measures a drawn part of N items of each (default: 0, all).</source>
        <translation>每个度量只取抽出的 N 个条目（默认：0，全部）。</translation>
    </message>
    <message>
        <source>Stops a measure when its headline is sure to +- W, by a confidence sequence over clusters in a drawn order (default: 0, never).</source>
        <translation>当主要数值已确定到 ±W 时停止该度量，依据按抽取顺序排列的簇的置信序列（默认：0，从不）。</translation>
    </message>
    <message>
        <source>What scores aim at; FILE has lines name,target (default: auto, each measure&apos;s own).</source>
        <translation>分数的目标；FILE 的各行为 name,target（默认：auto，各度量自己的目标）。</translation>
    </message>
    <message>
        <source>At most N texts are computed together (default: 0, as many as there is room for).</source>
        <translation>至多同时计算 N 个文本（默认：0，按可用空间）。</translation>
    </message>
    <message>
        <source>Programs written for each coding task (default: 10).</source>
        <translation>每道编程题写出的程序数（默认：10）。</translation>
    </message>
    <message>
        <source>Seed of folds, parts, samples and intervals (default: 1).</source>
        <translation>折、抽样、样本与区间的种子（默认：1）。</translation>
    </message>
    <message>
        <source>Writes the edit to a patch file.</source>
        <translation>把编辑写成补丁文件。</translation>
    </message>
    <message>
        <source>Writes a checkpoint with the edit in it to a new folder.</source>
        <translation>把含有此编辑的检查点写入新文件夹。</translation>
    </message>
    <message>
        <source>What is done with the patches.</source>
        <translation>对补丁做什么。</translation>
    </message>
    <message>
        <source>A patch file; merge takes several.</source>
        <translation>补丁文件；merge 可取多个。</translation>
    </message>
    <message>
        <source>apply: folder of the checkpoint.</source>
        <translation>apply：检查点的文件夹。</translation>
    </message>
    <message>
        <source>apply: folder of the new checkpoint; merge: the new patch.</source>
        <translation>apply：新检查点的文件夹；merge：新补丁。</translation>
    </message>
    <message>
        <source>Strength of the patch (default: 1); merge: one for each patch, in their order.</source>
        <translation>补丁的强度（默认 1）；merge：按顺序每个补丁一个。</translation>
    </message>
    <message>
        <source>apply: also to another model than it was made for.</source>
        <translation>apply：也应用到并非其所属的模型。</translation>
    </message>
    <message>
        <source>What is done with what is selected.</source>
        <translation>对所选内容做什么。</translation>
    </message>
    <message>
        <source>Rows of a module, as layers.2.mlp.out:7,9-12; may be repeated.</source>
        <translation>模块的行，如 layers.2.mlp.out:7,9-12；可重复。</translation>
    </message>
    <message>
        <source>Neurons of an MLP, as layers.3:12,15; may be repeated.</source>
        <translation>MLP 的神经元，如 layers.3:12,15；可重复。</translation>
    </message>
    <message>
        <source>Single weights, as layers.2.mlp.out:7/31,8/2; may be repeated.</source>
        <translation>单个权重，如 layers.2.mlp.out:7/31,8/2；可重复。</translation>
    </message>
    <message>
        <source>All modules of layers, as 2 or 0-3; may be repeated.</source>
        <translation>层的全部模块，如 2 或 0-3；可重复。</translation>
    </message>
    <message>
        <source>Whether rows and modules take their biases along (default: without).</source>
        <translation>行和模块是否连同偏置一起（默认 without）。</translation>
    </message>
    <message>
        <source>scale: what the weights are multiplied by (default: 0).</source>
        <translation>scale：权重乘以的倍数（默认 0）。</translation>
    </message>
    <message>
        <source>toward, attenuate: which share of the way is gone (default: 1).</source>
        <translation>toward、attenuate：走完路程的多大份额（默认 1）。</translation>
    </message>
    <message>
        <source>toward: the checkpoint that is moved toward.</source>
        <translation>toward：作为目标的检查点。</translation>
    </message>
    <message>
        <source>attenuate: the two answers whose direction is taken out (default: &quot; he, she&quot;).</source>
        <translation>attenuate：要去除其方向的两个答案（默认 &quot; he, she&quot;）。</translation>
    </message>
    <message>
        <source>Measures the model without and with the edit of a patch file; may be repeated.</source>
        <translation>分别在没有和带有补丁文件中的编辑时测量模型；可重复。</translation>
    </message>
    <message>
        <source>Layers whose mlp.out is changed, as 0 or 0-2 (default: auto, the lowest tenth).</source>
        <translation>改变其 mlp.out 的层，如 0 或 0-2（默认 auto，即最低的十分之一）。</translation>
    </message>
    <message>
        <source>What he and she should be: equal, as the public share of women, or as a file says with lines name,target (default: parity).</source>
        <translation>he 与 she 应当如何：相等、按公开的女性比例，或按文件（每行 name,target）（默认 parity）。</translation>
    </message>
    <message>
        <source>Tokens of that text that are read, at most (default: 20000).</source>
        <translation>最多读取该文本的词元数（默认 20000）。</translation>
    </message>
    <message>
        <source>Texts in which each occupation is edited (default: 12).</source>
        <translation>每个职业在多少段文本中编辑（默认 12）。</translation>
    </message>
    <message>
        <source>Steps for each target, at most (default: 40).</source>
        <translation>每个目标最多的步数（默认 40）。</translation>
    </message>
    <message>
        <source>Learning rate (default: 0.3).</source>
        <translation>学习率（默认 0.3）。</translation>
    </message>
    <message>
        <source>Longest change of what the MLP writes, times the length of that (default: 6).</source>
        <translation>MLP 输出的最大改动，以其长度的倍数计（默认 6）。</translation>
    </message>
    <message>
        <source>How the keys of an occupation&apos;s texts are taken together (default: every-text, not at all).</source>
        <translation>如何合并一个职业各文本的键（默认 every-text，即不合并）。</translation>
    </message>
    <message>
        <source>Weight of words that have a gender by definition (default: 1).</source>
        <translation>按定义具有性别的词的权重（默认 1）。</translation>
    </message>
    <message>
        <source>Seed of folds and contexts (default: 1).</source>
        <translation>划分与上下文的随机种子（默认 1）。</translation>
    </message>
    <message>
        <source>Text in UTF-8 that the model should read as before (default: a demo model&apos;s grammar, else WikiText-2 of the data sets or the program&apos;s own).</source>
        <translation>模型应像以前一样读取的 UTF-8 文本（默认：演示模型为其语法，否则为数据集中的 WikiText-2 或程序自带文本）。</translation>
    </message>
    <message>
        <source>What the targets are found by: the balanced distribution, the gap alone, or the rarer pronoun (default: balanced).</source>
        <translation>按什么寻找目标：平衡分布、仅差距或较少见的代词（默认 balanced）。</translation>
    </message>
    <message>
        <source>Writes what was located, as edit --selection reads it.</source>
        <translation>写出定位结果，供 edit --selection 读取。</translation>
    </message>
    <message>
        <source>Layers whose mlp.out is trained, as 0 or 0-2 (default: auto, the last of the lowest tenth).</source>
        <translation>训练其 mlp.out 的层，如 0 或 0-2（默认 auto：最低十分之一中的最后一层）。</translation>
    </message>
    <message>
        <source>Learning rate (default: 0.0005).</source>
        <translation>学习率（默认 0.0005）。</translation>
    </message>
    <message>
        <source>Steps, at most; 0: when the passes are over (default: 25).</source>
        <translation>最多步数；0：遍历结束为止（默认 25）。</translation>
    </message>
    <message>
        <source>Weight of the loss over the text that should stay (default: 0).</source>
        <translation>应保持文本的损失权重（默认 0）。</translation>
    </message>
    <message>
        <source>The prompts: those of CodeGenBias or the templates of the gap measure (default: auto, code for a demo model and for one that calls itself a code model).</source>
        <translation>提示：CodeGenBias 的提示或差距度量的模板（默认 auto：演示模型及自称代码模型者用代码）。</translation>
    </message>
    <message>
        <source>What he and she should be (default: auto, as the measure of these prompts has it).</source>
        <translation>he 与 she 应为何值（默认 auto：依这些提示的度量）。</translation>
    </message>
    <message>
        <source>Prompts of each fold, at most (default: 0, all).</source>
        <translation>每折最多提示数（默认 0：全部）。</translation>
    </message>
    <message>
        <source>Seed of folds and of what is drawn (default: 1).</source>
        <translation>分折与抽取的种子（默认 1）。</translation>
    </message>
    <message>
        <source>Whether the lens has the final norm before the head (default: with).</source>
        <translation>透镜在输出头之前是否带最终归一化（默认 with）。</translation>
    </message>
    <message>
        <source>What rows are ranked by: gradients of he and she alike, opposed, or far apart, or as many drawn ones (default: cosine_high).</source>
        <translation>按什么给行排序：he 与 she 的梯度相似、相反或相距很远，或随机抽取同样多的行（默认 cosine_high）。</translation>
    </message>
    <message>
        <source>Loss behind these gradients: over the whole text or the last token alone (default: text).</source>
        <translation>这些梯度所用的损失：整段文本或仅最后一个词元（默认 text）。</translation>
    </message>
    <message>
        <source>Rows that each prompt votes for (default: 0, one in 200).</source>
        <translation>每条提示投票的行数（默认 0：每 200 行一行）。</translation>
    </message>
    <message>
        <source>Share of a module&apos;s rows that is located, at most (default: 0.1).</source>
        <translation>最多定位模块行数的比例（默认 0.1）。</translation>
    </message>
    <message>
        <source>What is located.</source>
        <translation>要定位的对象。</translation>
    </message>
    <message>
        <source>Layers that modules are looked for in, as 5 or 3-5 (default: auto, the one with most votes).</source>
        <translation>在其中寻找模块的层，如 5 或 3-5（默认 auto：得票最多的层）。</translation>
    </message>
    <message>
        <source>What the targets are found by: the balanced distribution, the gap alone, or the rarer pronoun (default: likelihood).</source>
        <translation>按什么寻找目标：平衡分布、仅差距或较少见的代词（默认 likelihood）。</translation>
    </message>
    <message>
        <source>Steps for each target, at most (default: 20).</source>
        <translation>每个目标的最多步数（默认 20）。</translation>
    </message>
    <message>
        <source>Learning rate (default: 0.5).</source>
        <translation>学习率（默认 0.5）。</translation>
    </message>
    <message>
        <source>Longest change of the state behind the last layer, times the length of that (default: 0.75).</source>
        <translation>最后一层之后状态的最大变化，以其长度的倍数计（默认 0.75）。</translation>
    </message>
    <message>
        <source>How strongly other texts are kept: lambda over the width of the keys (default: 1).</source>
        <translation>其他文本保持的强度：lambda 除以键的宽度（默认 1）。</translation>
    </message>
    <message>
        <source>What is added to the statistics of other texts so that they can be solved, as a part of their mean (default: 0.0001; its authors: 0).</source>
        <translation>为使其他文本的统计量可解而加上的量，以其均值的比例计（默认 0.0001；原作者：0）。</translation>
    </message>
    <message>
        <source>How much is trained: everything, a layer, two coupled modules, rows of the second, or single weights of these (default: row).</source>
        <translation>训练多少：全部、一层、两个耦合模块、第二个模块的行，或其中的单个权重（默认 row）。</translation>
    </message>
    <message>
        <source>A file of locate --selection with what is trained (default: it is located).</source>
        <translation>由 locate --selection 写出的文件，说明训练什么（默认：自行定位）。</translation>
    </message>
    <message>
        <source>Layers that are trained or looked into, as 5 or 3-5 (default: auto, the one with most votes).</source>
        <translation>训练或查看的层，如 5 或 3-5（默认 auto：得票最多的层）。</translation>
    </message>
    <message>
        <source>Learning rate (default: 0, the level&apos;s own).</source>
        <translation>学习率（默认 0：该级别自己的值）。</translation>
    </message>
    <message>
        <source>Steps, at most (default: 0, when the passes are over).</source>
        <translation>最多步数（默认 0：遍历结束为止）。</translation>
    </message>
    <message>
        <source>Bias prompts of the probe set (default: 64).</source>
        <translation>探针集的偏见提示数（默认 64）。</translation>
    </message>
    <message>
        <source>Tokens of text in the probe set (default: 500).</source>
        <translation>探针集的文本词元数（默认 500）。</translation>
    </message>
    <message>
        <source>The two answers that are compared (default: &quot; he, she&quot;).</source>
        <translation>比较的两个答案（默认 &quot; he, she&quot;）。</translation>
    </message>
    <message>
        <source>What the score is judged against (default: parity).</source>
        <translation>分数的评判目标（默认 parity）。</translation>
    </message>
    <message>
        <source>Text in UTF-8 for the perplexity (default: a demo model&apos;s grammar, else WikiText-2 of the data sets or the program&apos;s own).</source>
        <translation>用于困惑度的 UTF-8 文本（默认：演示模型为其语法，否则为数据集中的 WikiText-2 或程序自带文本）。</translation>
    </message>
    <message>
        <source>Seed of the prompts, the text and the intervals (default: 1).</source>
        <translation>提示、文本与区间的种子（默认 1）。</translation>
    </message>
    <message>
        <source>The layer whose mlp.out is changed (default: auto, the last of the lowest tenth).</source>
        <translation>改变其 mlp.out 的层（默认 auto：最低十分之一中的最后一层）。</translation>
    </message>
    <message>
        <source>Longest change of what the MLP writes, times the length of that (default: 4).</source>
        <translation>MLP 写出内容的最大变化，以其长度的倍数计（默认 4）。</translation>
    </message>
    <message>
        <source>What is made small: the weighted cross entropy, the paper&apos;s loss as printed, or the FB-Score itself (default: cross_entropy).</source>
        <translation>最小化什么：加权交叉熵、论文所印的损失，或 FB-Score 本身（默认 cross_entropy）。</translation>
    </message>
    <message>
        <source>Text in UTF-8 that the model should go on saying (default: a demo model&apos;s grammar, else WikiText-2 of the data sets or the program&apos;s own).</source>
        <translation>模型应继续说出的 UTF-8 文本（默认：演示模型为其语法，否则为数据集中的 WikiText-2 或程序自带文本）。</translation>
    </message>
    <message>
        <source>Tokens of that text, at most (default: 8000).</source>
        <translation>该文本最多词元数（默认 8000）。</translation>
    </message>
    <message>
        <source>Lines of that text in each step (default: 8).</source>
        <translation>每步中该文本的行数（默认 8）。</translation>
    </message>
    <message>
        <source>Prompts per step (default: 16).</source>
        <translation>每步提示数（默认 16）。</translation>
    </message>
    <message>
        <source>Passes without a better score on the dev fold before it stops (default: 3).</source>
        <translation>开发折分数未改善多少遍后停止（默认 3）。</translation>
    </message>
    <message>
        <source>Largest change of any weight (default: 0, no bound).</source>
        <translation>任一权重的最大变化（默认 0：不限）。</translation>
    </message>
    <message>
        <source>Passes over the prompts, at most (default: 10).</source>
        <translation>最多遍历提示的次数（默认 10）。</translation>
    </message>
    <message>
        <source>Also tells what the edit did to sentences that it should leave alone: definitional words, names, they, facts without gender and random text.</source>
        <translation>同时说明编辑对不应改变的句子做了什么：词义自带性别的词、人名、they、与性别无关的事实和随机文本。</translation>
    </message>
    <message>
        <source>Edits at all five levels instead and compares them; --out then writes the table, as .json or .csv; may be repeated.</source>
        <translation>改为在全部五个级别上编辑并进行比较；--out 随后以 .json 或 .csv 写出表格；可重复。</translation>
    </message>
    <message>
        <source>With --compare: writes a patch of each level to this folder.</source>
        <translation>使用 --compare 时：把每个级别的补丁写入此文件夹。</translation>
    </message>
    <message>
        <source>Seed of placebos (default: 1).</source>
        <translation>安慰剂对照的种子（默认 1）。</translation>
    </message>
    <message>
        <source>Placebos of each kind that the edit is compared with (default: 0; 5 % needs 19).</source>
        <translation>每一类与编辑比较的安慰剂对照的次数（默认 0；5 % 需要 19 次）。</translation>
    </message>
    <message>
        <source>Targets of others, the change moved elsewhere, the whole recipe elsewhere or on other nouns (default: auto, the method&apos;s first).</source>
        <translation>他人的目标、把改动移到别处、整个配方换到别处或换成其他名词（默认 auto，即该方法的第一类）。</translation>
    </message>
    <message>
        <source>How strongly other texts are kept: lambda over the width of the keys (default: 0.3).</source>
        <translation>其他文本被保持的强度：lambda 除以键的宽度（默认：0.3）。</translation>
    </message>
    <message>
        <source>Weight of the loss over the text that should stay (default: 2).</source>
        <translation>应保持不变的文本的损失权重（默认：2）。</translation>
    </message>
    <message>
        <source>Writes everything that was found, as JSON, the places as CSV, or their votes as a picture.</source>
        <translation>将找到的全部内容写为 JSON，位置写为 CSV，或将其票数画成图片。</translation>
    </message>
    <message>
        <source>A JSON file with the same, as locate --selection writes it: {&quot;rows&quot;: {&quot;layers.2.mlp.out&quot;: [7, 9]}}.</source>
        <translation>含有同样内容的 JSON 文件，即 locate --selection 写出的格式：{&quot;rows&quot;: {&quot;layers.2.mlp.out&quot;: [7, 9]}}。</translation>
    </message>
    <message>
        <source>Whole modules, as layers.2.mlp.out or layers.*.mlp.out; may be repeated.</source>
        <translation>整个模块，如 layers.2.mlp.out 或 layers.*.mlp.out；可重复。</translation>
    </message>
    <message>
        <source>Modules that are trained instead, as layers.5.mlp.out or layers.*.mlp.out; may be repeated.</source>
        <translation>改为训练的模块，如 layers.5.mlp.out 或 layers.*.mlp.out；可重复。</translation>
    </message>
    <message>
        <source>Modules that rows and weights are looked for in, as layers.5.mlp.out, layers.*.mlp.out or head; may be repeated (default: the one that is located).</source>
        <translation>在其中寻找行和权重的模块，如 layers.5.mlp.out、layers.*.mlp.out 或 head；可重复（默认：定位到的模块）。</translation>
    </message>
    <message>
        <source>Modules that are trained or looked into, as layers.5.mlp.out, layers.*.mlp.out or head; may be repeated (default: those that are located).</source>
        <translation>训练或查看的模块，如 layers.5.mlp.out、layers.*.mlp.out 或 head；可重复（默认：定位到的模块）。</translation>
    </message>
    <message>
        <source>Weight of the loss over words that have a gender by definition, in seen templates (default: 0).</source>
        <translation>按定义具有性别的词（在可见模板中）的损失权重（默认 0）。</translation>
    </message>
    <message>
        <source>Weight of the loss over words that have a gender by definition, in seen templates (default: 1).</source>
        <translation>按定义具有性别的词（在可见模板中）的损失权重（默认 1）。</translation>
    </message>
    <message>
        <source>Whether the learning rate falls to 0 until the last step or stays (default: linear for mg, constant for finetune).</source>
        <translation>学习率是到最后一步降为 0 还是保持不变（默认：mg 为 linear，finetune 为 constant）。</translation>
    </message>
</context>
<context>
    <name>Parity</name>
    <message>
        <source>Warning: numbers of %1 on %2 are not to be believed with this model; compute on the CPU in fp32.</source>
        <translation>警告：此模型在 %2 上的 %1 数值不可信；请在 CPU 上以 fp32 计算。</translation>
    </message>
    <message>
        <source>the CPU in fp32</source>
        <translation>CPU 上的 fp32</translation>
    </message>
    <message>
        <source>%1 agrees with %2</source>
        <translation>%1 与 %2 一致</translation>
    </message>
    <message>
        <source>%1 disagrees with %2</source>
        <translation>%1 与 %2 不一致</translation>
    </message>
    <message>
        <source>: largest difference %1 at logits up to %2, relative L2 %3, the same likeliest token at %4 of %5 positions.</source>
        <translation>：最大差异 %1（logits 最大为 %2），相对 L2 %3，%5 个位置中有 %4 个的最可能词元相同。</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>corrupted</source>
        <translation>受损</translation>
    </message>
</context>
<context>
    <name>ProjectVerb</name>
    <message>
        <source>new, list, show or export.</source>
        <translation>new、list、show 或 export。</translation>
    </message>
    <message>
        <source>The project.</source>
        <translation>项目。</translation>
    </message>
    <message>
        <source>With show and export: this run alone.</source>
        <translation>用于 show 和 export：仅此运行。</translation>
    </message>
    <message>
        <source>With export: a file for the project (.json) or, with --run, for the run&apos;s numbers or maps.</source>
        <translation>用于 export：存放项目（.json），或配合 --run 存放该运行的数值或热图的文件。</translation>
    </message>
    <message>
        <source>With export --run: a file for the run&apos;s settings, which counterweight run does again.</source>
        <translation>用于 export --run：存放该运行设置的文件，可由 counterweight run 重做。</translation>
    </message>
    <message>
        <source>The project has no runs and no edits yet.</source>
        <translation>项目还没有运行和编辑。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>strength %1</source>
        <translation>强度 %1</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>A job as data: {&quot;job&quot;: &quot;trace&quot;, &quot;settings&quot;: {...}}.</source>
        <translation>写成数据的任务：{&quot;job&quot;: &quot;trace&quot;, &quot;settings&quot;: {...}}。</translation>
    </message>
    <message>
        <source>Models that a job is done with instead of its own.</source>
        <translation>用这些模型代替任务自带的模型。</translation>
    </message>
    <message>
        <source>Folder with the data sets of a measure.</source>
        <translation>度量所用数据集的文件夹。</translation>
    </message>
</context>
<context>
    <name>SideEffects</name>
    <message>
        <source>definitional words</source>
        <translation>词义自带性别的词</translation>
    </message>
    <message>
        <source>P(own pronoun) - P(the other)</source>
        <translation>P(自身代词) - P(另一代词)</translation>
    </message>
    <message>
        <source>names</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>they</source>
        <translation>they</translation>
    </message>
    <message>
        <source>P(they) or P(their)</source>
        <translation>P(they) 或 P(their)</translation>
    </message>
    <message>
        <source>facts without gender</source>
        <translation>与性别无关的事实</translation>
    </message>
    <message>
        <source>P(answer)</source>
        <translation>P(答案)</translation>
    </message>
    <message>
        <source>random text</source>
        <translation>随机文本</translation>
    </message>
    <message>
        <source>log P of a token, mean</source>
        <translation>每个词元 log P 的均值</translation>
    </message>
    <message>
        <source>sentences of</source>
        <translation>句子类别</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation>每词元纳特</translation>
    </message>
    <message>
        <source>largest change</source>
        <translation>最大变化</translation>
    </message>
    <message>
        <source>this model cannot be asked them</source>
        <translation>无法向此模型提问这些</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>纳特</translation>
    </message>
    <message>
        <source>likeliest before</source>
        <translation>之前最可能的词</translation>
    </message>
    <message>
        <source>likeliest after</source>
        <translation>之后最可能的词</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>句子</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Hashing the weights</source>
        <translation>正在计算权重的哈希值</translation>
    </message>
    <message>
        <source>, about %1 s left</source>
        <translation>，大约还需 %1 秒</translation>
    </message>
    <message>
        <source>Clean and corrupted runs</source>
        <translation>干净运行与受损运行</translation>
    </message>
    <message>
        <source>Self-checks</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Tracing both ways</source>
        <translation>用两种方法追踪</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Size of the noise</source>
        <translation>噪声的大小</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Examining the answers</source>
        <translation>正在检验回答</translation>
    </message>
    <message>
        <source>Examining the texts</source>
        <translation>正在检验文本</translation>
    </message>
    <message>
        <source>Examining by causal tracing</source>
        <translation>正在用因果追踪检验</translation>
    </message>
    <message>
        <source>Learning the vocabulary</source>
        <translation>正在学习词表</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source> (%1 of %2, %3 per s)</source>
        <translation>（%1 / %2，每秒 %3）</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在续写</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在询问 hub</translation>
    </message>
    <message>
        <source>Checking what is there</source>
        <translation>正在检查已有内容</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Comparing the logits</source>
        <translation>正在比较 logits</translation>
    </message>
    <message>
        <source>Computing on the CPU in fp32</source>
        <translation>正在 CPU 上以 fp32 计算</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在度量</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>正在重抽样</translation>
    </message>
    <message>
        <source>Reading both ways</source>
        <translation>用两种方式读取</translation>
    </message>
    <message>
        <source>Copying the checkpoint</source>
        <translation>正在复制检查点</translation>
    </message>
    <message>
        <source>Applying the edit</source>
        <translation>正在应用编辑</translation>
    </message>
    <message>
        <source>Making the edit</source>
        <translation>正在制作编辑</translation>
    </message>
    <message>
        <source>Reading it back</source>
        <translation>正在重新读取</translation>
    </message>
    <message>
        <source>Reading the layers through the logit lens</source>
        <translation>正在用 logit lens 读取各层</translation>
    </message>
    <message>
        <source>Training what is selected</source>
        <translation>正在训练所选内容</translation>
    </message>
    <message>
        <source>Silencing one module after the other</source>
        <translation>正在逐个静默模块</translation>
    </message>
    <message>
        <source>Comparing the gradients of both answers</source>
        <translation>正在比较两个答案的梯度</translation>
    </message>
    <message>
        <source>Reading what should stay</source>
        <translation>正在读取应保持的内容</translation>
    </message>
    <message>
        <source>Finding targets</source>
        <translation>正在寻找目标</translation>
    </message>
    <message>
        <source>Solving</source>
        <translation>正在求解</translation>
    </message>
    <message>
        <source>Writing contexts</source>
        <translation>正在写上下文</translation>
    </message>
    <message>
        <source>Reading changes exactly and by estimate</source>
        <translation>精确读取与估计变化</translation>
    </message>
    <message>
        <source>Reading the model&apos;s hash</source>
        <translation>正在读取模型哈希</translation>
    </message>
    <message>
        <source>Applying the edits</source>
        <translation>正在应用编辑</translation>
    </message>
    <message>
        <source>Writing the patch</source>
        <translation>正在写补丁</translation>
    </message>
    <message>
        <source>Preparing estimates</source>
        <translation>正在准备估计</translation>
    </message>
    <message>
        <source>Reading the probe set</source>
        <translation>正在读取探针集</translation>
    </message>
    <message>
        <source>Editing one occupation after the other</source>
        <translation>正在逐个编辑职业</translation>
    </message>
    <message>
        <source>Measuring norms</source>
        <translation>正在测量范数</translation>
    </message>
    <message>
        <source>Taking the scores</source>
        <translation>正在测量分数</translation>
    </message>
    <message>
        <source>Drawing placebos</source>
        <translation>正在抽取安慰剂对照</translation>
    </message>
    <message>
        <source>Measuring gradients</source>
        <translation>正在测量梯度</translation>
    </message>
    <message>
        <source>Reading the sentences</source>
        <translation>正在读取句子</translation>
    </message>
    <message>
        <source>Looking for side effects</source>
        <translation>正在检查副作用</translation>
    </message>
    <message>
        <source>Editing at every level</source>
        <translation>正在每个级别上编辑</translation>
    </message>
    <message>
        <source>Reading the patch</source>
        <translation>正在读取补丁</translation>
    </message>
    <message>
        <source>Scoring before and after</source>
        <translation>正在对编辑前后评分</translation>
    </message>
</context>
<context>
    <name>Tokenize</name>
    <message>
        <source>The text.</source>
        <translation>文本。</translation>
    </message>
    <message>
        <source>Takes the text of a UTF-8 file.</source>
        <translation>使用 UTF-8 文件中的文本。</translation>
    </message>
    <message>
        <source>Leaves out added BOS, CLS and SEP.</source>
        <translation>不添加 BOS、CLS 和 SEP。</translation>
    </message>
    <message>
        <source>Folder with a tokenizer.</source>
        <translation>含分词器的文件夹。</translation>
    </message>
</context>
<context>
    <name>TraceDrawing</name>
    <message>
        <source>restored layer</source>
        <translation>恢复的层</translation>
    </message>
    <message>
        <source>centre of %1 restored layers</source>
        <translation>所恢复的 %1 层的中心</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>aligned effect</source>
        <translation>对齐效应</translation>
    </message>
    <message>
        <source>effect on |gap|</source>
        <translation>对 |差距| 的效应</translation>
    </message>
    <message>
        <source>effect on P</source>
        <translation>对 P 的效应</translation>
    </message>
    <message>
        <source>effect on log-odds</source>
        <translation>对对数几率的效应</translation>
    </message>
    <message>
        <source>first subject token</source>
        <translation>主体首词元</translation>
    </message>
    <message>
        <source>middle subject tokens</source>
        <translation>主体中间词元</translation>
    </message>
    <message>
        <source>last subject token</source>
        <translation>主体末词元</translation>
    </message>
    <message>
        <source>first subsequent token</source>
        <translation>主体后首词元</translation>
    </message>
    <message>
        <source>further tokens</source>
        <translation>其余词元</translation>
    </message>
    <message>
        <source>last token</source>
        <translation>末词元</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>%1 (with %2)</source>
        <translation>%1（含 %2）</translation>
    </message>
</context>
<context>
    <name>TraceTable</name>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Self-checks: largest difference %1</source>
        <translation>自检：最大差异 %1</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>尚未测得任何结果。</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>corrupted</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Suggested for edit lsdm and memit: --layers %1 (its effect, %2, is the largest)
</source>
        <translation>对 edit lsdm 和 memit 的建议：--layers %1（其效应 %2 最大）
</translation>
    </message>
    <message>
        <source>Suggested for edit lsdm and memit: --layers %1 (the largest effect, %2, is that of layer %3; the others have at least half of it)
</source>
        <translation>对 edit lsdm 和 memit 的建议：--layers %1（最大的效应 %2 属于第 %3 层；其余各层至少达到它的一半）
</translation>
    </message>
    <message>
        <source>* subject   %1 s on %2, %3
</source>
        <translation>* 主体   %1 秒，%2，%3
</translation>
    </message>
</context>
<context>
    <name>TradeOff</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>guards broken</source>
        <translation>护栏被突破</translation>
    </message>
    <message>
        <source>nearer the lower left is better</source>
        <translation>越靠近左下角越好</translation>
    </message>
    <message>
        <source>not drawn, as it has no number: %1</source>
        <translation>没有数值而未绘出：%1</translation>
    </message>
    <message>
        <source>90 % of placebos</source>
        <translation>90% 的安慰剂对照</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>%1 is written, but does not reach every bar.</source>
        <translation>%1 已写出，但没有达到所有要求。</translation>
    </message>
    <message>
        <source>Trains the demo model from its seeded grammar.</source>
        <translation>用带种子的语法训练演示模型。</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>Usage: counterweight [FILE.cwp | MODEL]      opens the workbench
       counterweight VERB ... [--json]   works without it

Verbs:
</source>
        <translation>用法：counterweight [FILE.cwp | MODEL]      打开工作台
      counterweight VERB ... [--json]   不打开工作台

命令：
</translation>
    </message>
    <message>
        <source>
counterweight VERB --help says more. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.</source>
        <translation>
counterweight VERB --help 有更多说明。退出码：0 完成，1 失败，2 用法错误，130 中断。</translation>
    </message>
    <message>
        <source>Says what a checkpoint is.</source>
        <translation>说明一个检查点是什么。</translation>
    </message>
    <message>
        <source>Says which tokens come next after a text.</source>
        <translation>给出文本之后最可能的词元。</translation>
    </message>
    <message>
        <source>Splits a text into tokens with their places.</source>
        <translation>将文本切分为词元，并给出其位置。</translation>
    </message>
    <message>
        <source>Trains a model: train demo makes the demo model.</source>
        <translation>训练模型：train demo 生成演示模型。</translation>
    </message>
    <message>
        <source>Interrupted: what was finished is in the result; the rest is missing.</source>
        <translation>已中断：已完成的部分在结果中，其余缺失。</translation>
    </message>
    <message>
        <source>Measures speed as ratios within one run.</source>
        <translation>以同一次运行内的比值衡量速度。</translation>
    </message>
    <message>
        <source>Traced %1 prompts of the demo model. In %2: demo.cwp with every run, and for each prompt its numbers (.csv) and its maps (.svg, .png).</source>
        <translation>已追踪演示模型的 %1 条提示语。在 %2 中：demo.cwp 含所有运行，每条提示语有其数值（.csv）和热图（.svg、.png）。</translation>
    </message>
    <message>
        <source>Opens the demo; without a display traces its prompts.</source>
        <translation>打开演示；没有显示器时追踪其提示语。</translation>
    </message>
    <message>
        <source>Makes projects, says what is in them, takes it out.</source>
        <translation>新建项目、列出其中内容并导出。</translation>
    </message>
    <message>
        <source>Does a job that is written down as JSON.</source>
        <translation>执行写成 JSON 的任务。</translation>
    </message>
    <message>
        <source>Shows which layer carries the answer at which token.</source>
        <translation>显示在哪个词元处由哪一层承载答案。</translation>
    </message>
    <message>
        <source>Goes on with a text.</source>
        <translation>续写一段文本。</translation>
    </message>
    <message>
        <source>Downloads a checkpoint from a Hugging Face compatible hub.</source>
        <translation>从与 Hugging Face 兼容的 hub 下载检查点。</translation>
    </message>
    <message>
        <source>%1 is not the published file: its SHA-256 is %2.</source>
        <translation>%1 不是发布的文件：其 SHA-256 为 %2。</translation>
    </message>
    <message>
        <source>Takes bias scores and guards, with their intervals.</source>
        <translation>计算偏见分数与护栏，并给出区间。</translation>
    </message>
    <message>
        <source>Shows, applies and merges patches.</source>
        <translation>显示、应用和合并补丁。</translation>
    </message>
    <message>
        <source>Edits occupations by least squares (Cai et al. 2024).</source>
        <translation>用最小二乘编辑职业（Cai et al. 2024）。</translation>
    </message>
    <message>
        <source>Fine-tunes modules, plain or within a bound, as a baseline.</source>
        <translation>微调模块，普通或有界，作为基线。</translation>
    </message>
    <message>
        <source>Finds the layers, modules, rows and weights that answer he or she (Qin et al. 2024).</source>
        <translation>找出回答 he 或 she 的层、模块、行和权重（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Edits occupations all at once by MEMIT (Meng et al. 2023), a baseline.</source>
        <translation>用 MEMIT 一次编辑所有职业（Meng 等，2023），作为基线。</translation>
    </message>
    <message>
        <source>Trains what answers he or she and nothing else (MG-Editing, Qin et al. 2024).</source>
        <translation>只训练回答 he 或 she 的部分（MG-Editing，Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Edits occupations one by one by ROME (Meng et al. 2022), a baseline.</source>
        <translation>用 ROME 逐个编辑职业（Meng 等，2022），作为基线。</translation>
    </message>
    <message>
        <source>Changes selected weights, as a patch or a checkpoint. The methods lsdm, mg, finetune, rome and memit have settings of their own: counterweight edit lsdm --help.</source>
        <translation>更改选定的权重，写成补丁或检查点。方法 lsdm、mg、finetune、rome 和 memit 有各自的设置：counterweight edit lsdm --help。</translation>
    </message>
</context>
<context>
    <name>VoteBars</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Module of layer %1</source>
        <translation>第 %1 层的模块</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Row of %1, most votes first</source>
        <translation>%1 的行，票数最多的在前</translation>
    </message>
    <message>
        <source>Weight (row/column) of %1, most votes first</source>
        <translation>%1 的权重（行/列），票数最多的在前</translation>
    </message>
    <message>
        <source>Votes in %1</source>
        <translation>%1 中的票数</translation>
    </message>
    <message>
        <source>Votes of %1 prompts</source>
        <translation>%1 条提示的票数</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation>（%2 个中的 %1 个）</translation>
    </message>
    <message>
        <source>located</source>
        <translation>已定位</translation>
    </message>
    <message>
        <source> (stopped)</source>
        <translation>（已停止）</translation>
    </message>
</context>
<context>
    <name>cw::Actions</name>
    <message>
        <source>&amp;New Project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>Open &amp;Model…</source>
        <translation>打开模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Open &amp;Project…</source>
        <translation>打开项目(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;Demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Maps…</source>
        <translation>热图(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Token Roles…</source>
        <translation>词元角色(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Probabilities…</source>
        <translation>概率(&amp;P)…</translation>
    </message>
    <message>
        <source>Export &amp;Numbers…</source>
        <translation>导出数值(&amp;N)…</translation>
    </message>
    <message>
        <source>S&amp;tart Page</source>
        <translation>起始页(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;Numbers</source>
        <translation>复制数值(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Trace</source>
        <translation>追踪(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Counterweight</source>
        <translation>关于 Counterweight(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent Projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Export Pict&amp;ure</source>
        <translation>导出图片(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Get a Model…</source>
        <translation>获取模型(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Close Model</source>
        <translation>关闭模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Check Against a Reference…</source>
        <translation>与参考比较(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Generate Text</source>
        <translation>生成文本(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Export M&amp;easures…</source>
        <translation>导出度量(&amp;E)…</translation>
    </message>
    <message>
        <source>M&amp;easures…</source>
        <translation>度量(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy &amp;Picture of Measures</source>
        <translation>复制度量图(&amp;P)</translation>
    </message>
    <message>
        <source>Take &amp;Measures</source>
        <translation>进行度量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Data Sets…</source>
        <translation>数据集(&amp;D)…</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>工具(&amp;O)</translation>
    </message>
    <message>
        <source>Export Edited &amp;Checkpoint…</source>
        <translation>导出已编辑的检查点(&amp;C)…</translation>
    </message>
    <message>
        <source>Export Edits as &amp;Patch…</source>
        <translation>将编辑导出为补丁(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Least Squares (LSDM)…</source>
        <translation>最小二乘（LSDM）(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;ROME…</source>
        <translation>&amp;ROME…</translation>
    </message>
    <message>
        <source>M&amp;EMIT…</source>
        <translation>M&amp;EMIT…</translation>
    </message>
    <message>
        <source>&amp;MG-Editing…</source>
        <translation>&amp;MG-Editing…</translation>
    </message>
    <message>
        <source>&amp;Fine-Tuning…</source>
        <translation>微调(&amp;F)…</translation>
    </message>
    <message>
        <source>Chosen &amp;Edit</source>
        <translation>所选编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Edit by Met&amp;hod</source>
        <translation>按方法编辑(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Layers…</source>
        <translation>层(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Modules…</source>
        <translation>模块(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Rows…</source>
        <translation>行(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Weights…</source>
        <translation>权重(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Locate</source>
        <translation>定位(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;dd Patch…</source>
        <translation>添加补丁(&amp;D)…</translation>
    </message>
    <message>
        <source>MG-Editing at &amp;All Levels…</source>
        <translation>所有级别的 MG-Editing(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>cw::AddPatchJob</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>cw::ApplyStackJob</name>
    <message>
        <source>Apply the edits</source>
        <translation>应用编辑</translation>
    </message>
</context>
<context>
    <name>cw::BarsPanel</name>
    <message>
        <source>The probabilities of the targets appear here.</source>
        <translation>目标的概率将显示在这里。</translation>
    </message>
</context>
<context>
    <name>cw::ComparedModel</name>
    <message>
        <source>%1 with 1 edit</source>
        <translation>%1（1 个编辑）</translation>
    </message>
    <message>
        <source>%1 with %2 edits</source>
        <translation>%1（%2 个编辑）</translation>
    </message>
</context>
<context>
    <name>cw::DataSetsDialog</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Official address</source>
        <translation>官方地址</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>To cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Folder of data sets</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>no measure yet</source>
        <translation>尚无度量</translation>
    </message>
</context>
<context>
    <name>cw::DataSetsModel</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>is read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>official</source>
        <translation>官方</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>none is published</source>
        <translation>未公布</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Looked for in the folder:</source>
        <translation>在该文件夹中查找：</translation>
    </message>
    <message>
        <source>SHA-256 here: %1
SHA-256 published: %2</source>
        <translation>此处的 SHA-256：%1
公布的 SHA-256：%2</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>使用者</translation>
    </message>
</context>
<context>
    <name>cw::Docks</name>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Token roles</source>
        <translation>词元角色</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Live scores</source>
        <translation>实时分数</translation>
    </message>
</context>
<context>
    <name>cw::DraftJob</name>
    <message>
        <source>Draft of an edit</source>
        <translation>编辑草稿</translation>
    </message>
</context>
<context>
    <name>cw::EditExporter</name>
    <message>
        <source>Export the edited checkpoint into a new folder</source>
        <translation>将已编辑的检查点导出到新文件夹</translation>
    </message>
    <message>
        <source>New folder:</source>
        <translation>新文件夹：</translation>
    </message>
    <message>
        <source>%1-edited</source>
        <translation>%1-edited</translation>
    </message>
    <message>
        <source>edits of %1</source>
        <translation>%1 的编辑</translation>
    </message>
    <message>
        <source>Export a patch</source>
        <translation>导出补丁</translation>
    </message>
    <message>
        <source>Patches (*.safetensors)</source>
        <translation>补丁 (*.safetensors)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Exported to %1 (tensors changed: %2), read back and compared over %3 tokens.</source>
        <translation>已导出到 %1（改变的张量：%2），已读回并在 %3 个词元上比较。</translation>
    </message>
</context>
<context>
    <name>cw::EditFactsDialog</name>
    <message>
        <source>What “%1” Did</source>
        <translation>“%1”做了什么</translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation>复制为 Markdown(&amp;C)</translation>
    </message>
    <message>
        <source>Changed weights</source>
        <translation>改动的权重</translation>
    </message>
    <message>
        <source>All at strength 1.</source>
        <translation>均按强度 1 计。</translation>
    </message>
    <message>
        <source>Hash of the checkpoint: %1
with this edit and those below it: %2</source>
        <translation>检查点的哈希：%1
加上此编辑及其下方的编辑：%2</translation>
    </message>
    <message>
        <source>Placebos</source>
        <translation>安慰剂对照</translation>
    </message>
    <message>
        <source>&amp;Look for Side Effects</source>
        <translation>检查副作用(&amp;L)</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>副作用</translation>
    </message>
    <message>
        <source>Sentences that should stay as they are, before and after: the mean of their values, and how far the next word&apos;s distribution moved (Kullback-Leibler, in nats).</source>
        <translation>本应保持不变的句子，编辑前与编辑后：其数值的均值，以及下一个词的分布移动了多远（Kullback-Leibler 散度，单位纳特）。</translation>
    </message>
    <message>
        <source>None of the sentences changed.</source>
        <translation>没有任何句子发生变化。</translation>
    </message>
    <message>
        <source>Sentences that changed most</source>
        <translation>变化最大的句子</translation>
    </message>
    <message>
        <source>What the method found</source>
        <translation>方法发现的内容</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>&amp;Draw Placebos</source>
        <translation>抽取安慰剂对照(&amp;D)</translation>
    </message>
    <message>
        <source>Draw &amp;All Kinds of Placebos</source>
        <translation>抽取所有种类的安慰剂对照(&amp;A)</translation>
    </message>
    <message>
        <source>Also those for which the whole recipe is done again for each draw: where it searches or trains, this takes many times as long as the edit did.</source>
        <translation>也包括每次抽取都要重新执行整个配方的种类：若配方需要搜索或训练，所需时间是制作编辑的许多倍。</translation>
    </message>
</context>
<context>
    <name>cw::EditJob</name>
    <message>
        <source>Edit: %1</source>
        <translation>编辑：%1</translation>
    </message>
</context>
<context>
    <name>cw::EditMaker</name>
    <message>
        <source>%1 of %2 weights changed (%3 %)</source>
        <translation>改变了 %2 个权重中的 %1 个（%3 %）</translation>
    </message>
</context>
<context>
    <name>cw::EditStack</name>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>Switch on “%1”</source>
        <translation>开启“%1”</translation>
    </message>
    <message>
        <source>Switch off “%1”</source>
        <translation>关闭“%1”</translation>
    </message>
    <message>
        <source>Change the strength of “%1”</source>
        <translation>改变“%1”的强度</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Change the note of “%1”</source>
        <translation>更改“%1”的备注</translation>
    </message>
    <message>
        <source>Colour “%1”</source>
        <translation>为“%1”着色</translation>
    </message>
    <message>
        <source>Merge edits</source>
        <translation>合并编辑</translation>
    </message>
    <message>
        <source>Recompute “%1”</source>
        <translation>重新计算“%1”</translation>
    </message>
    <message>
        <source>Remove %1 edits</source>
        <translation>移除 %1 个编辑</translation>
    </message>
    <message>
        <source>Remove run %1</source>
        <translation>移除运行 %1</translation>
    </message>
</context>
<context>
    <name>cw::ExportJob</name>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
</context>
<context>
    <name>cw::Exporter</name>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>导出数值</translation>
    </message>
    <message>
        <source>CSV: one line per cell (*.csv)</source>
        <translation>CSV：每格一行 (*.csv)</translation>
    </message>
    <message>
        <source>JSON: with all settings (*.json)</source>
        <translation>JSON：包含全部设置 (*.json)</translation>
    </message>
    <message>
        <source>NumPy: every sample (*.npz)</source>
        <translation>NumPy：包含每个样本 (*.npz)</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <translation>已复制图片。</translation>
    </message>
    <message>
        <source>The numbers were copied as CSV.</source>
        <translation>已将数值以 CSV 格式复制。</translation>
    </message>
</context>
<context>
    <name>cw::Fetcher</name>
    <message>
        <source>%1 is downloaded and verified: open it from %2.</source>
        <translation>%1 已下载并通过验证：可从 %2 打开。</translation>
    </message>
</context>
<context>
    <name>cw::FieldEdit</name>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>未选文件夹</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>未选文件</translation>
    </message>
</context>
<context>
    <name>cw::FileSumsJob</name>
    <message>
        <source>Checksums of data sets</source>
        <translation>数据集的校验和</translation>
    </message>
</context>
<context>
    <name>cw::FinetuneJob</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>cw::GenerateJob</name>
    <message>
        <source>Continue “%1”</source>
        <translation>续写“%1”</translation>
    </message>
    <message>
        <source>The prompt leaves room for %1 more tokens in the model&apos;s context of %2.</source>
        <translation>提示之后，模型的上下文（%2）还能容纳 %1 个词元。</translation>
    </message>
</context>
<context>
    <name>cw::GetModelDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>owner/name, such as openai-community/gpt2</source>
        <translation>owner/name，例如 openai-community/gpt2</translation>
    </message>
    <message>
        <source>A branch, a tag or a commit</source>
        <translation>分支、标签或提交号</translation>
    </message>
    <message>
        <source>Any hub with the interface of Hugging Face</source>
        <translation>任何具有 Hugging Face 接口的 hub</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Revision</source>
        <translation>版本(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Hub</source>
        <translation>Hub(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>保存到(&amp;V)</translation>
    </message>
    <message>
        <source>The token in HF_TOKEN is sent, to this hub only.</source>
        <translation>会发送 HF_TOKEN 中的令牌，且只发送到此 hub。</translation>
    </message>
    <message>
        <source>Private and gated models need a token: accept their terms on the hub, and start the program with HF_TOKEN set.</source>
        <translation>私有和受限的模型需要令牌：请在 hub 上接受其条款，并在设置 HF_TOKEN 后启动程序。</translation>
    </message>
    <message>
        <source>Where are models put?</source>
        <translation>模型放在哪里？</translation>
    </message>
    <message>
        <source>Becomes %1</source>
        <translation>将成为 %1</translation>
    </message>
    <message>
        <source>Each model gets a folder of its own there.</source>
        <translation>每个模型在那里有自己的文件夹。</translation>
    </message>
    <message>
        <source>Say in which folder models are put.</source>
        <translation>请指定存放模型的文件夹。</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The download goes on</source>
        <translation>下载会继续</translation>
    </message>
    <message>
        <source>Stopped. What came is kept: Download goes on from there.</source>
        <translation>已停止。收到的内容会保留：点“下载”可从那里继续。</translation>
    </message>
    <message>
        <source>%1 is complete and verified: %2 in %3 files, commit %4.</source>
        <translation>%1 已完整并通过验证：%3 个文件共 %2，提交 %4。</translation>
    </message>
</context>
<context>
    <name>cw::GetModelJob</name>
    <message>
        <source>Get %1</source>
        <translation>获取 %1</translation>
    </message>
</context>
<context>
    <name>cw::HashJob</name>
    <message>
        <source>Hash of %1</source>
        <translation>%1 的哈希值</translation>
    </message>
</context>
<context>
    <name>cw::HeatmapsPanel</name>
    <message>
        <source>Same scale</source>
        <translation>统一色阶</translation>
    </message>
    <message>
        <source>Mark the occupation in the prompt and press Trace.
Each cell then shows how much of the answer comes back when one place of the clean run is restored.</source>
        <translation>请在提示中标记职业，然后按“追踪”。
每一格随后会显示：恢复干净运行中的一处时，答案恢复了多少。</translation>
    </message>
    <message>
        <source>Aligned gap</source>
        <translation>对齐差距</translation>
    </message>
    <message>
        <source>|Gap|</source>
        <translation>|差距|</translation>
    </message>
    <message>
        <source>P(first target)</source>
        <translation>P(第一目标)</translation>
    </message>
    <message>
        <source>Log-odds</source>
        <translation>对数几率</translation>
    </message>
    <message>
        <source>What is compared: the gap between the targets in the direction of the clean run, its size, the probability of the first target, or the log-odds of the pair</source>
        <translation>比较的量：沿干净运行方向的目标差距、差距的大小、第一目标的概率，或两个目标的对数几率</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效应</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>One colour scale for all maps, so that they can be compared</source>
        <translation>所有热图使用同一色阶，以便比较</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>比较的量(&amp;Q)</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Self-checks hold</source>
        <translation>自检通过</translation>
    </message>
    <message>
        <source>Self-checks differ by %1</source>
        <translation>自检偏差 %1</translation>
    </message>
    <message>
        <source>Restoring everything against the clean run: %1
Restoring nothing against the corrupted run: %2
Cells before the subject against the corrupted run: %3</source>
        <translation>全部恢复与干净运行相比：%1
全不恢复与受损运行相比：%2
主体之前的格子与受损运行相比：%3</translation>
    </message>
    <message>
        <source>with 1 edit</source>
        <translation>含 1 个编辑</translation>
    </message>
    <message>
        <source>with %1 edits</source>
        <translation>含 %1 个编辑</translation>
    </message>
    <message>
        <source>On the model when it was traced:
%1</source>
        <translation>追踪时模型上的编辑：
%1</translation>
    </message>
</context>
<context>
    <name>cw::ItemsDialog</name>
    <message>
        <source>Items of %1, %2</source>
        <translation>%1 的条目，%2</translation>
    </message>
    <message>
        <source>Search in texts, groups and remarks</source>
        <translation>在文本、组和备注中搜索</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%2 个条目中的 %1 个</translation>
    </message>
    <message>
        <source>Export items</source>
        <translation>导出条目</translation>
    </message>
    <message>
        <source>CSV: one line per item (*.csv)</source>
        <translation>CSV：每个条目一行 (*.csv)</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个条目</translation>
    </message>
</context>
<context>
    <name>cw::ItemsModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未度量</translation>
    </message>
    <message>
        <source>cut from the left</source>
        <translation>从左侧截断</translation>
    </message>
    <message>
        <source>spared: the headline was sure without it</source>
        <translation>省去：主要数值无需它已可确定</translation>
    </message>
</context>
<context>
    <name>cw::JobCurve</name>
    <message>
        <source>Target %1 of %2, %3: mean gap %4 → %5 in %6 steps</source>
        <translation>目标 %1 / %2，%3：平均差距 %4 → %5，共 %6 步</translation>
    </message>
    <message>
        <source>Epoch %1, step %2: loss %3 → %4</source>
        <translation>第 %1 轮，第 %2 步：损失 %3 → %4</translation>
    </message>
</context>
<context>
    <name>cw::JobRow</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>已停止，用时 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per s</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>每项 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Stop this job; what is finished stays</source>
        <translation>停止此任务；已完成的部分会保留</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>停止此任务</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
</context>
<context>
    <name>cw::JobsPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在进行的任务。</translation>
    </message>
</context>
<context>
    <name>cw::LedgerJob</name>
    <message>
        <source>Count changes: %1</source>
        <translation>统计改变：%1</translation>
    </message>
</context>
<context>
    <name>cw::LevelsDesk</name>
    <message>
        <source>MG-Editing at All Levels</source>
        <translation>所有级别的 MG-Editing</translation>
    </message>
    <message>
        <source>Edits at five levels in turn, from the whole model down to single weights, and compares what each gains and what it costs (Qin et al. 2024).</source>
        <translation>依次在五个级别上编辑，从整个模型直到单个权重，并比较各级别的收益与代价（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>cw::LevelsDialog</name>
    <message>
        <source>Levels of MG-Editing on %1</source>
        <translation>%1 上 MG-Editing 的各级别</translation>
    </message>
    <message>
        <source>Levels by what they gain and what they cost</source>
        <translation>各级别的收益与代价</translation>
    </message>
    <message>
        <source>No level is done yet.</source>
        <translation>还没有完成任何级别。</translation>
    </message>
    <message>
        <source>FB-Score</source>
        <translation>FB 分数</translation>
    </message>
    <message>
        <source>Imbalance of he and she</source>
        <translation>he 与 she 的不平衡</translation>
    </message>
    <message>
        <source>&amp;Compared by</source>
        <translation>比较依据(&amp;C)</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Put on &amp;Stack</source>
        <translation>放入堆栈(&amp;S)</translation>
    </message>
    <message>
        <source>Puts the edit of the chosen level on the stack of edits, where it can be weakened and taken back; it is made anew where it is not at hand any more</source>
        <translation>将所选级别的编辑放入编辑堆栈，可在那里减弱和撤回；若该编辑已不在内存中，则重新生成</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;Picture…</source>
        <translation>导出图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Export levels</source>
        <translation>导出级别</translation>
    </message>
    <message>
        <source>JSON: everything that was found (*.json)</source>
        <translation>JSON：找到的全部内容 (*.json)</translation>
    </message>
    <message>
        <source>CSV: one line per level (*.csv)</source>
        <translation>CSV：每个级别一行 (*.csv)</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>cw::LevelsModel</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Weights
changed</source>
        <translation>改动的
权重</translation>
    </message>
    <message>
        <source>FB,
train</source>
        <translation>FB，
训练</translation>
    </message>
    <message>
        <source>FB,
dev</source>
        <translation>FB，
开发</translation>
    </message>
    <message>
        <source>FB,
test</source>
        <translation>FB，
测试</translation>
    </message>
    <message>
        <source>Imbalance,
train</source>
        <translation>不平衡，
训练</translation>
    </message>
    <message>
        <source>Imbalance,
dev</source>
        <translation>不平衡，
开发</translation>
    </message>
    <message>
        <source>Imbalance,
test</source>
        <translation>不平衡，
测试</translation>
    </message>
    <message>
        <source>he + she,
test</source>
        <translation>he + she，
测试</translation>
    </message>
    <message>
        <source>Perplexity
/ before</source>
        <translation>困惑度
/ 之前</translation>
    </message>
    <message>
        <source>Definitions
/ before</source>
        <translation>词义性别
/ 之前</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>P(he) + P(she), a mean over the prompts of the test fold</source>
        <translation>P(he) + P(she)，测试折各提示的均值</translation>
    </message>
    <message>
        <source>Perplexity of the guard&apos;s text, as a part of that of the unedited model</source>
        <translation>护栏文本的困惑度，相对于未编辑的模型</translation>
    </message>
    <message>
        <source>Gap of words with a gender by definition, as a part of that of the unedited model</source>
        <translation>词义自带性别的词的差距，相对于未编辑的模型</translation>
    </message>
    <message>
        <source>Whether P(he) + P(she), perplexity and definitions are as they should be</source>
        <translation>P(he) + P(she)、困惑度和词义性别是否仍如所应</translation>
    </message>
    <message>
        <source>Placebos,
90 %</source>
        <translation>安慰剂对照，
90%</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Where 90 % of its placebos have the FB-Score of some of the test fold</source>
        <translation>其 90% 的安慰剂对照在测试折部分样本上的 FB-Score 所在范围</translation>
    </message>
    <message>
        <source>Of its kinds of placebos the largest p: the edit&apos;s rank among them by that score</source>
        <translation>各种安慰剂对照中最大的 p：按该得分，编辑在其中的排名</translation>
    </message>
</context>
<context>
    <name>cw::LoadModelJob</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>cw::LocateDesk</name>
    <message>
        <source>&amp;Locate</source>
        <translation>定位(&amp;L)</translation>
    </message>
    <message>
        <source>Locate Layers</source>
        <translation>定位层</translation>
    </message>
    <message>
        <source>Each prompt votes for the layer that changes the probabilities of both answers most, as a logit lens sees them (Qin et al. 2024).</source>
        <translation>每个提示投票给从 logit lens 看来最能改变两个答案概率的层（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Locate Modules</source>
        <translation>定位模块</translation>
    </message>
    <message>
        <source>Each prompt votes for the module of the located layer whose silence changes most (Qin et al. 2024).</source>
        <translation>每个提示投票给已定位层中置零后变化最大的模块（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Locate Rows</source>
        <translation>定位行</translation>
    </message>
    <message>
        <source>Each prompt votes for the rows of the located module whose gradients of both answers are most alike (Qin et al. 2024).</source>
        <translation>每个提示投票给已定位模块中两个答案的梯度最相似的行（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Locate Weights</source>
        <translation>定位权重</translation>
    </message>
    <message>
        <source>In each located row every prompt votes for the weight whose gradients of both answers differ most (Qin et al. 2024).</source>
        <translation>在每个已定位的行中，每个提示投票给两个答案的梯度相差最大的权重（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>cw::LocateJob</name>
    <message>
        <source>Locating %1 of %2</source>
        <translation>正在定位 %2 的 %1</translation>
    </message>
</context>
<context>
    <name>cw::MainWindow</name>
    <message>
        <source>About Counterweight</source>
        <translation>关于 Counterweight</translation>
    </message>
    <message>
        <source>See where a language model keeps its gender bias, edit exactly those weights, and prove what the edit did.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>看清语言模型的性别偏见存放在何处，只编辑那些权重，并证明编辑的效果。

自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Stopping what runs…</source>
        <translation>正在停止进行中的任务…</translation>
    </message>
</context>
<context>
    <name>cw::MeasureDesk</name>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Edits against their placebos: %1</source>
        <translation>编辑与其安慰剂对照：%1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>cw::MeasureExporter</name>
    <message>
        <source>Export measures</source>
        <translation>导出度量</translation>
    </message>
    <message>
        <source>JSON: with all settings (*.json)</source>
        <translation>JSON：含全部设置 (*.json)</translation>
    </message>
    <message>
        <source>CSV: one line per number (*.csv)</source>
        <translation>CSV：每个数值一行 (*.csv)</translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation>Markdown 表格 (*.md)</translation>
    </message>
    <message>
        <source>LaTeX table (*.tex)</source>
        <translation>LaTeX 表格 (*.tex)</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <translation>图片已复制。</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>cw::MeasureForm</name>
    <message>
        <source>Measu&amp;res</source>
        <translation>度量(&amp;R)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Folder with the data sets that measures read; Tools &gt; Data Sets says what it holds</source>
        <translation>度量所读数据集的文件夹；“工具 &gt; 数据集”说明其中有什么</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of data sets</source>
        <translation>选择数据集文件夹</translation>
    </message>
    <message>
        <source>&amp;Data folder</source>
        <translation>数据文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Items at most</source>
        <translation>条目上限(&amp;I)</translation>
    </message>
    <message>
        <source>Measures a drawn part of so many items of each</source>
        <translation>每个度量只取抽出的这么多条目</translation>
    </message>
    <message>
        <source>each measure&apos;s own</source>
        <translation>各度量自己的</translation>
    </message>
    <message>
        <source>parity</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>share of women</source>
        <translation>女性比例</translation>
    </message>
    <message>
        <source>definitional score</source>
        <translation>定义性评分</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Goa&amp;l</source>
        <translation>目标(&amp;L)</translation>
    </message>
    <message>
        <source>What scores aim at; a file has the lines name,target</source>
        <translation>分数的目标；文件的各行为 name,target</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>比较对象(&amp;C)</translation>
    </message>
    <message>
        <source>Measures a second model and says what changes</source>
        <translation>度量第二个模型并说明变化</translation>
    </message>
    <message>
        <source>Folder of data sets</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>File of goals</source>
        <translation>目标文件</translation>
    </message>
    <message>
        <source>Goals: lines name,target (*.csv)</source>
        <translation>目标：各行为 name,target (*.csv)</translation>
    </message>
</context>
<context>
    <name>cw::MeasureJob</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
</context>
<context>
    <name>cw::MeasureList</name>
    <message>
        <source>Measures to take</source>
        <translation>要进行的度量</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏见</translation>
    </message>
</context>
<context>
    <name>cw::MeasureTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;Items</source>
        <translation>显示条目(&amp;I)</translation>
    </message>
    <message>
        <source>Tick measures and press Measure: each number comes with its interval, its items and what is known against it.</source>
        <translation>勾选度量并按“度量”：每个数值都附有区间、条目和已知的不足。</translation>
    </message>
    <message>
        <source>Measures and their numbers</source>
        <translation>度量及其数值</translation>
    </message>
    <message>
        <source>About the chosen measure</source>
        <translation>关于所选度量</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>表格已复制。</translation>
    </message>
</context>
<context>
    <name>cw::MeasuresModel</name>
    <message>
        <source>%1 is not the published file: its SHA-256 is %2.</source>
        <translation>%1 不是发布的文件：其 SHA-256 为 %2。</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>不足：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>略过 %1</translation>
    </message>
    <message>
        <source>%1 spared</source>
        <translation>省去 %1</translation>
    </message>
    <message>
        <source>%1 cut</source>
        <translation>截断 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未度量</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已度量</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>越低越好。</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>越高越好。</translation>
    </message>
    <message>
        <source>Ideal: %1.</source>
        <translation>理想值：%1。</translation>
    </message>
    <message>
        <source>%1: not measured. %2</source>
        <translation>%1：未度量。%2</translation>
    </message>
    <message>
        <source>p of this number alone: %1</source>
        <translation>仅此数值的 p：%1</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>On its scale</source>
        <translation>在其标尺上</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change [95 %]</source>
        <translation>变化 [95 %]</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p（Holm）</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Flipped</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>%1 items of both models</source>
        <translation>两个模型共有 %1 个条目</translation>
    </message>
</context>
<context>
    <name>cw::MeasuresPanel</name>
    <message>
        <source>&amp;Measure</source>
        <translation>度量(&amp;M)</translation>
    </message>
    <message>
        <source>Stop measuring; what is measured stays, and measuring again goes on with it (Esc)</source>
        <translation>停止度量；已度量的保留，再次度量会接着进行（Esc）</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Tick a measure first.</source>
        <translation>请先勾选度量。</translation>
    </message>
    <message>
        <source>Takes the ticked measures (F7)</source>
        <translation>进行勾选的度量（F7）</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>命令已复制。</translation>
    </message>
</context>
<context>
    <name>cw::MessageBar</name>
    <message>
        <source>Copy this message</source>
        <translation>复制此消息</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>cw::MethodAsker</name>
    <message>
        <source>Edit by Least Squares (LSDM)</source>
        <translation>按最小二乘编辑（LSDM）</translation>
    </message>
    <message>
        <source>Finds for every occupation what the MLP of a lower layer should write, and solves for the smallest change that writes it (Cai et al. 2024).</source>
        <translation>为每个职业找出低层 MLP 应写出的内容，并求出写出它的最小变化（Cai 等，2024）。</translation>
    </message>
    <message>
        <source>Edit by ROME</source>
        <translation>按 ROME 编辑</translation>
    </message>
    <message>
        <source>Changes a layer by rank one for each occupation, one after another (Meng et al. 2022): a baseline.</source>
        <translation>逐个职业以秩一改变一层（Meng 等，2022）：基线。</translation>
    </message>
    <message>
        <source>Edit by MEMIT</source>
        <translation>按 MEMIT 编辑</translation>
    </message>
    <message>
        <source>Spreads the change of all occupations over several layers (Meng et al. 2023): a baseline.</source>
        <translation>将所有职业的变化分散到多层（Meng 等，2023）：基线。</translation>
    </message>
    <message>
        <source>MG-Editing</source>
        <translation>MG-Editing</translation>
    </message>
    <message>
        <source>Locates layer, module, rows or single weights by votes of the prompts and trains them alone (Qin et al. 2024).</source>
        <translation>由提示投票定位层、模块、行或单个权重，并只训练它们（Qin 等，2024）。</translation>
    </message>
    <message>
        <source>Fine-Tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Trains modules on the prompts, plainly or within a bound on the change of each weight: a baseline.</source>
        <translation>在提示上训练模块，普通或限制每个权重的变化：基线。</translation>
    </message>
    <message>
        <source>Suggested by the shown trace: layer %1 has the largest MLP effect at the last subject token (%2)</source>
        <translation>由当前显示的追踪建议：第 %1 层在主语最后一个词元处的 MLP 效应最大（%2）</translation>
    </message>
    <message>
        <source>Suggested by the shown trace: the state of layer %1 has the largest effect at the last subject token (%2)</source>
        <translation>由当前显示的追踪建议：第 %1 层的状态在主语最后一个词元处的效应最大（%2）</translation>
    </message>
    <message>
        <source>, and those beside it have at least half of that</source>
        <translation>，其相邻各层至少达到它的一半</translation>
    </message>
    <message>
        <source>What is ticked under Weights (%1)</source>
        <translation>“权重”中勾选的内容（%1）</translation>
    </message>
    <message>
        <source>Located by the prompts</source>
        <translation>由提示定位</translation>
    </message>
</context>
<context>
    <name>cw::MgEditJob</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>cw::MgLevelsJob</name>
    <message>
        <source>MG-Editing at all levels on %1</source>
        <translation>在 %1 上做所有级别的 MG-Editing</translation>
    </message>
</context>
<context>
    <name>cw::ModelChooser</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Another &amp;Folder…</source>
        <translation>其他文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
</context>
<context>
    <name>cw::OccupationJob</name>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>cw::Opener</name>
    <message>
        <source>Counterweight projects (*.cwp)</source>
        <translation>Counterweight 项目 (*.cwp)</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>untitled.cwp</source>
        <translation>未命名.cwp</translation>
    </message>
</context>
<context>
    <name>cw::ParityBadge</name>
    <message>
        <source>checking…</source>
        <translation>检查中……</translation>
    </message>
    <message>
        <source>The logits are being compared.</source>
        <translation>正在比较 logits。</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation>数值不一致</translation>
    </message>
</context>
<context>
    <name>cw::ParityChecker</name>
    <message>
        <source>Check against a reference</source>
        <translation>与参考比较</translation>
    </message>
    <message>
        <source>Logits (*.safetensors)</source>
        <translation>Logits (*.safetensors)</translation>
    </message>
    <message>
        <source>Do not believe what is computed there: compute on the CPU in fp32, or with another version of libtorch.</source>
        <translation>不要相信那里的计算结果：请在 CPU 上以 fp32 计算，或换一个版本的 libtorch。</translation>
    </message>
    <message>
        <source>Either the checkpoint is another one than the reference&apos;s, or it is read wrongly.</source>
        <translation>要么检查点与参考的不是同一个，要么读取有误。</translation>
    </message>
</context>
<context>
    <name>cw::ParityJob</name>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
</context>
<context>
    <name>cw::PartTree</name>
    <message>
        <source>Layers and modules</source>
        <translation>层与模块</translation>
    </message>
    <message>
        <source>Search: 3 mlp</source>
        <translation>搜索：3 mlp</translation>
    </message>
    <message>
        <source>Search for layers and modules</source>
        <translation>搜索层与模块</translation>
    </message>
    <message>
        <source>No layer or module has these words in its name.</source>
        <translation>没有名称含有这些词的层或模块。</translation>
    </message>
</context>
<context>
    <name>cw::PatchAdder</name>
    <message>
        <source>Add a patch</source>
        <translation>添加补丁</translation>
    </message>
    <message>
        <source>Patches (*.safetensors)</source>
        <translation>补丁 (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 was made for another model (%2) than %3.</source>
        <translation>%1 是为另一个模型（%2）而不是为 %3 制作的。</translation>
    </message>
    <message>
        <source>It can be added where its tensors fit, but what it was shown to do there says nothing of what it does here.</source>
        <translation>只要张量形状相符就可以添加，但它在那里的效果并不能说明它在这里的效果。</translation>
    </message>
    <message>
        <source>&amp;Add All the Same</source>
        <translation>仍然添加(&amp;A)</translation>
    </message>
</context>
<context>
    <name>cw::PatchJob</name>
    <message>
        <source>Write %1</source>
        <translation>写 %1</translation>
    </message>
</context>
<context>
    <name>cw::PictureDialog</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>SVG (vector, for documents and the web)</source>
        <translation>SVG（矢量图，适用于文档和网页）</translation>
    </message>
    <message>
        <source>PDF (vector, for print)</source>
        <translation>PDF（矢量图，适用于印刷）</translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation>PNG（像素图）</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>追踪</translation>
    </message>
</context>
<context>
    <name>cw::PlaceboPlot</name>
    <message>
        <source>The edit among its placebos</source>
        <translation>编辑与其安慰剂对照</translation>
    </message>
    <message>
        <source>before %1, edited %2, placebos %3</source>
        <translation>之前 %1，编辑后 %2，安慰剂对照 %3</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>之前 %1</translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation>编辑后 %1</translation>
    </message>
</context>
<context>
    <name>cw::PreviewGradientsJob</name>
    <message>
        <source>Live preview: estimates</source>
        <translation>实时预览：估计</translation>
    </message>
</context>
<context>
    <name>cw::PreviewJob</name>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
</context>
<context>
    <name>cw::PreviewModel</name>
    <message>
        <source>%1: %2 and %3, before %4 and %5. A double click makes it the prompt to trace.</source>
        <translation>%1：%2 和 %3，之前为 %4 和 %5。双击可将其设为要追踪的提示。</translation>
    </message>
    <message>
        <source>%1: %2 and %3, before %4 and %5: the other answer is likelier now. A double click makes it the prompt to trace.</source>
        <translation>%1：%2 和 %3，之前为 %4 和 %5：现在另一个答案更可能。双击可将其作为要追踪的提示。</translation>
    </message>
</context>
<context>
    <name>cw::PreviewPanel</name>
    <message>
        <source>How the score went</source>
        <translation>分数的变化</translation>
    </message>
    <message>
        <source>How the perplexity went</source>
        <translation>困惑度的变化</translation>
    </message>
    <message>
        <source>Probe prompts</source>
        <translation>探针提示</translation>
    </message>
    <message>
        <source>Scores of a few prompts move here while edits are changed by hand.</source>
        <translation>手动改变编辑时，几条提示的分数会在此变动。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Estimate without %1, %2 ms</source>
        <translation>估计（不含 %1），%2 毫秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Estimate, %1 ms</source>
        <translation>估计，%1 毫秒</translation>
    </message>
    <message>
        <source>Exact, computed from layer %1 on in %2 ms</source>
        <translation>精确值，从第 %1 层起计算，%2 毫秒</translation>
    </message>
    <message>
        <source>Exact, %1 ms</source>
        <translation>精确值，%1 毫秒</translation>
    </message>
    <message>
        <source>%1 · preparing estimates</source>
        <translation>%1 · 正在准备估计</translation>
    </message>
    <message>
        <source> (%1 … %2)</source>
        <translation>（%1 … %2）</translation>
    </message>
    <message>
        <source>&lt;b&gt;Perplexity&lt;/b&gt; %1 → &lt;b&gt;%2&lt;/b&gt;&lt;br&gt;&lt;small&gt;%3 %&lt;/small&gt;</source>
        <translation>&lt;b&gt;困惑度&lt;/b&gt; %1 → &lt;b&gt;%2&lt;/b&gt;&lt;br&gt;&lt;small&gt;%3 %&lt;/small&gt;</translation>
    </message>
    <message>
        <source>There are no live scores: %1</source>
        <translation>没有实时分数：%1</translation>
    </message>
    <message>
        <source>Probe Set…</source>
        <translation>探测集…</translation>
    </message>
    <message>
        <source>Chooses the prompts and the text that are scored</source>
        <translation>选择要评分的提示和文本</translation>
    </message>
    <message>
        <source>An edit that does no better than the same change on other rows or weights of about the same length says nothing about this place. Estimated to first order: 90 % of the draws lie between.</source>
        <translation>若编辑并不优于在长度相近的其他行或权重上所做的相同改变，它就说明不了这个位置的任何情况。按一阶估计：90% 的抽样位于其间。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Distance to %1</source>
        <translation>与 %1 的距离</translation>
    </message>
    <message numerus="yes">
        <source>The same change elsewhere: %1 (%Ln draws)</source>
        <translation>
            <numerusform>别处的相同改变：%1（%Ln 次抽样）</numerusform>
        </translation>
    </message>
    <message>
        <source>Prompts whose likelier answer turned: %1 of %2</source>
        <translation>更可能的答案发生翻转的提示：%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; %2 → &lt;b&gt;%3&lt;/b&gt;&lt;br&gt;&lt;small&gt;%4%5&lt;/small&gt;</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; %2 → &lt;b&gt;%3&lt;/b&gt;&lt;br&gt;&lt;small&gt;%4%5&lt;/small&gt;</translation>
    </message>
</context>
<context>
    <name>cw::PreviewStatesJob</name>
    <message>
        <source>Live preview: states</source>
        <translation>实时预览：状态</translation>
    </message>
</context>
<context>
    <name>cw::ProbabilityBars</name>
    <message>
        <source>Probabilities of the targets</source>
        <translation>目标的概率</translation>
    </message>
    <message>
        <source>%1: clean %2, corrupted %3</source>
        <translation>%1：干净 %2，受损 %3</translation>
    </message>
</context>
<context>
    <name>cw::ProbeAsker</name>
    <message>
        <source>Probe Set</source>
        <translation>探测集</translation>
    </message>
    <message>
        <source>What the live scores are of. A larger set says more and takes longer at every change.</source>
        <translation>实时分数所依据的内容。探测集越大说明越多，每次改动也越慢。</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
</context>
<context>
    <name>cw::PromptBarsDelegate</name>
    <message>
        <source>turned</source>
        <translation>翻转</translation>
    </message>
</context>
<context>
    <name>cw::PromptPanel</name>
    <message>
        <source>&amp;Trace</source>
        <translation>追踪(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示(&amp;P)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The nurse said that</source>
        <translation>The nurse said that</translation>
    </message>
    <message>
        <source>%1 · %2 layers · %3 parameters · %4 on %5</source>
        <translation>%1 · %2 层 · %3 个参数 · %4，%5</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>没有打开的模型。</translation>
    </message>
    <message>
        <source>Open a model to see the tokens.</source>
        <translation>打开模型后即可看到词元。</translation>
    </message>
    <message>
        <source>Type a prompt to see its tokens.</source>
        <translation>输入提示后即可看到其词元。</translation>
    </message>
    <message>
        <source>Subject: “%1”</source>
        <translation>主体：“%1”</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Type a prompt first.</source>
        <translation>请先输入提示。</translation>
    </message>
    <message>
        <source>Mark the subject first.</source>
        <translation>请先标记主体。</translation>
    </message>
    <message>
        <source>Trace this prompt (F5)</source>
        <translation>追踪此提示 (F5)</translation>
    </message>
    <message>
        <source>Stop the trace; what is finished stays (Esc)</source>
        <translation>停止追踪；已完成的部分会保留 (Esc)</translation>
    </message>
    <message>
        <source>%1 tokens take about %2 of memory · %3 free</source>
        <translation>%1 个词元约占 %2 内存 · 剩余 %3</translation>
    </message>
    <message>
        <source>The nurse said that %1 was tired</source>
        <translation>The nurse said that %1 was tired</translation>
    </message>
    <message>
        <source>Mark the subject: select the occupation above, or click its tokens or drag over them here.</source>
        <translation>标记主语：在上方选中职业，或在此点击其词元或在其上拖动。</translation>
    </message>
</context>
<context>
    <name>cw::QuestionPane</name>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
</context>
<context>
    <name>cw::RecentModel</name>
    <message>
        <source>Not found: %1</source>
        <translation>未找到：%1</translation>
    </message>
    <message>
        <source>Unsaved work of %1</source>
        <translation>%1 的未保存工作</translation>
    </message>
    <message>
        <source>Opens where it ended; save it to keep it elsewhere</source>
        <translation>从结束处打开；保存即可存放到别处</translation>
    </message>
</context>
<context>
    <name>cw::ReportJob</name>
    <message>
        <source>Report %1</source>
        <translation>报告 %1</translation>
    </message>
</context>
<context>
    <name>cw::RolePanel</name>
    <message>
        <source>The average effect of each token role appears here.</source>
        <translation>各词元角色的平均效应将显示在这里。</translation>
    </message>
</context>
<context>
    <name>cw::RolePlot</name>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>cw::RunsModel</name>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>已停止，用时 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>主体：%1</translation>
    </message>
    <message>
        <source>Device: %1, %2</source>
        <translation>设备：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 个编辑</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 个编辑</translation>
    </message>
    <message>
        <source>Layers of %1</source>
        <translation>%1 的层</translation>
    </message>
    <message>
        <source>Modules of %1</source>
        <translation>%1 的模块</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>located</source>
        <translation>已定位</translation>
    </message>
    <message>
        <source>All levels of %1</source>
        <translation>%1 的所有级别</translation>
    </message>
    <message>
        <source>MG-Editing compared</source>
        <translation>MG-Editing 比较</translation>
    </message>
</context>
<context>
    <name>cw::RunsPanel</name>
    <message>
        <source>Runs of this project</source>
        <translation>此项目的运行</translation>
    </message>
    <message>
        <source>Copy as &amp;Command</source>
        <translation>复制为命令(&amp;C)</translation>
    </message>
    <message>
        <source>Export Run as &amp;Job File…</source>
        <translation>将运行导出为任务文件(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Remove Run</source>
        <translation>移除运行(&amp;R)</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>已复制命令。</translation>
    </message>
    <message>
        <source>Export run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <source>Job files (*.json)</source>
        <translation>任务文件 (*.json)</translation>
    </message>
    <message>
        <source>Every trace, text, measure and search is kept here with its settings and results.</source>
        <translation>每次追踪、文本、测量和搜索都连同其设置和结果保存在这里。</translation>
    </message>
</context>
<context>
    <name>cw::S</name>
    <message>
        <source>&amp;Make Edit</source>
        <translation>生成编辑(&amp;M)</translation>
    </message>
</context>
<context>
    <name>cw::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>移动光标</translation>
    </message>
    <message>
        <source>Arrow keys, Page Up, Page Down, Home, End</source>
        <translation>方向键、Page Up、Page Down、Home、End</translation>
    </message>
    <message>
        <source>Choose the cell</source>
        <translation>选定格子</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Zoom in, out, show all</source>
        <translation>放大、缩小、显示全部</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+、−、0</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Mark the subject</source>
        <translation>标记主体</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Shift + 方向键</translation>
    </message>
</context>
<context>
    <name>cw::SideEffectsJob</name>
    <message>
        <source>Side effects of %1</source>
        <translation>%1 的副作用</translation>
    </message>
</context>
<context>
    <name>cw::StackJob</name>
    <message>
        <source>Count what the edits change</source>
        <translation>统计编辑的改变</translation>
    </message>
</context>
<context>
    <name>cw::StackModel</name>
    <message>
        <source>made for another model: not applied</source>
        <translation>为其他模型而作：未应用</translation>
    </message>
    <message>
        <source>what lies below has changed</source>
        <translation>其下内容已改变</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1, strength %2, %3</source>
        <translation>%1，强度 %2，%3</translation>
    </message>
</context>
<context>
    <name>cw::StackPanel</name>
    <message>
        <source>Edits lie here like layers of a picture: each can be switched, weakened, reordered and taken back. Tick rows or neurons under Weights to make one.</source>
        <translation>编辑像图片的图层一样放在这里：每个都可开关、减弱、重排和撤回。在“权重”中勾选行或神经元即可生成一个。</translation>
    </message>
    <message>
        <source>Edits of this project</source>
        <translation>此项目的编辑</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>Recompute &amp;Here</source>
        <translation>在此重新计算(&amp;H)</translation>
    </message>
    <message>
        <source>Makes the edit anew on what lies below it now</source>
        <translation>在其下现有内容上重新生成此编辑</translation>
    </message>
    <message>
        <source>Export as &amp;Patch…</source>
        <translation>导出为补丁(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>&amp;Strength</source>
        <translation>强度(&amp;S)</translation>
    </message>
    <message>
        <source>0 switches the edit off, 1 is as it was made, below 0 it works the other way</source>
        <translation>0 关闭编辑，1 为原样，负值则反向作用</translation>
    </message>
    <message>
        <source>why, for whom, what came of it</source>
        <translation>为何、为谁、结果如何</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Changes weights that %1 changes too.</source>
        <translation>所改变的权重也被 %1 改变。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>&amp;What It Did…</source>
        <translation>做了什么(&amp;W)…</translation>
    </message>
    <message>
        <source>The model stays as it is: at these strengths every change is lost in rounding.</source>
        <translation>模型保持原样：在这些强度下，每处改变都在舍入中丢失。</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>制作副本(&amp;L)</translation>
    </message>
    <message>
        <source>Cop&amp;y as Command</source>
        <translation>复制为命令(&amp;Y)</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>已复制命令。</translation>
    </message>
</context>
<context>
    <name>cw::StartPage</name>
    <message>
        <source>See where a language model keeps its gender bias, edit exactly those weights, and prove what the edit did.</source>
        <translation>看清语言模型的性别偏见存放在何处，只编辑那些权重，并证明编辑的效果。</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>A checkpoint folder in Hugging Face layout</source>
        <translation>Hugging Face 格式的检查点文件夹</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>A .cwp file with its runs and results</source>
        <translation>包含运行和结果的 .cwp 文件</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>A small model with known stereotypes; ready in a second</source>
        <translation>带有已知刻板印象的小模型；一秒即可就绪</translation>
    </message>
    <message>
        <source>Or drop a model folder or a project anywhere in this window.</source>
        <translation>也可将模型文件夹或项目拖放到此窗口的任意位置。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Projects you have opened appear here.</source>
        <translation>您打开过的项目将显示在这里。</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>%1 is not where it was.</source>
        <translation>%1 已不在原来的位置。</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Downloads a checkpoint from Hugging Face</source>
        <translation>从 Hugging Face 下载检查点</translation>
    </message>
</context>
<context>
    <name>cw::SummaryJob</name>
    <message>
        <source>Intervals of %1</source>
        <translation>%1 的区间</translation>
    </message>
</context>
<context>
    <name>cw::TextColumn</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Text before</source>
        <translation>之前的文本</translation>
    </message>
    <message>
        <source>Text after</source>
        <translation>之后的文本</translation>
    </message>
    <message>
        <source>Copy prompt and text</source>
        <translation>复制提示和文本</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>没有打开模型。</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>What the model writes appears here.</source>
        <translation>模型写的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>正在等待……</translation>
    </message>
    <message numerus="yes">
        <source>Writing: %n tokens…</source>
        <translation>
            <numerusform>正在续写：%n 个词元……</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n tokens, %2</source>
        <translation>
            <numerusform>%1 %n 个词元，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>The text was copied.</source>
        <translation>已复制文本。</translation>
    </message>
</context>
<context>
    <name>cw::TextForm</name>
    <message>
        <source>0, greedy</source>
        <translation>0，贪心</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>To&amp;kens</source>
        <translation>词元数(&amp;K)</translation>
    </message>
    <message>
        <source>At most so many tokens are written</source>
        <translation>最多写这么多词元</translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation>温度(&amp;M)</translation>
    </message>
    <message>
        <source>0 always takes the likeliest token; the higher, the more even the chances</source>
        <translation>0 表示总取最可能的词元；越高，各词元的机会越均匀</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>The same seed draws the same text</source>
        <translation>相同的种子抽出相同的文本</translation>
    </message>
    <message>
        <source>Top-&amp;p</source>
        <translation>Top-p(&amp;P)</translation>
    </message>
    <message>
        <source>Draws from the likeliest tokens that together reach this probability</source>
        <translation>只从累计概率达到此值的最可能词元中抽取</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Draws from so many of the likeliest tokens</source>
        <translation>只从这么多个最可能的词元中抽取</translation>
    </message>
    <message>
        <source>Stop &amp;at</source>
        <translation>停止于(&amp;A)</translation>
    </message>
    <message>
        <source>The text ends before the first of these: between commas; \n is a new line, \, a comma</source>
        <translation>文本在其中第一个出现之前结束：用逗号分隔；\n 表示换行，\, 表示逗号</translation>
    </message>
</context>
<context>
    <name>cw::TextPanel</name>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Mark &amp;differences</source>
        <translation>标出差异(&amp;D)</translation>
    </message>
    <message>
        <source>Promp&amp;t</source>
        <translation>提示(&amp;T)</translation>
    </message>
    <message>
        <source>Use the traced one</source>
        <translation>使用追踪的提示</translation>
    </message>
    <message>
        <source>Puts the prompt of the trace here</source>
        <translation>把追踪的提示放到这里</translation>
    </message>
    <message>
        <source>Prompt of the text</source>
        <translation>文本的提示</translation>
    </message>
    <message>
        <source>The nurse said that</source>
        <translation>The nurse said that</translation>
    </message>
    <message>
        <source>Stop writing; what is written stays (Esc)</source>
        <translation>停止续写；已写的内容会保留（Esc）</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>比较对象(&amp;C)</translation>
    </message>
    <message>
        <source>Lets a second model go on with the same prompt</source>
        <translation>让第二个模型续写同一提示</translation>
    </message>
    <message>
        <source>Underlines the words that only one of the texts has</source>
        <translation>给只在一段文本中出现的词加下划线</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Type a prompt first.</source>
        <translation>请先输入提示。</translation>
    </message>
    <message>
        <source>Lets the model go on with the prompt (F6)</source>
        <translation>让模型续写提示（F6）</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>已复制命令。</translation>
    </message>
</context>
<context>
    <name>cw::TickForm</name>
    <message>
        <source>What is done with it</source>
        <translation>对其做什么</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Set to mean</source>
        <translation>设为均值</translation>
    </message>
    <message>
        <source>Move toward</source>
        <translation>移向</translation>
    </message>
    <message>
        <source>Attenuate</source>
        <translation>削弱</translation>
    </message>
    <message>
        <source>First word of the direction</source>
        <translation>方向的第一个词</translation>
    </message>
    <message>
        <source>Second word of the direction</source>
        <translation>方向的第二个词</translation>
    </message>
    <message>
        <source>&amp;Factor</source>
        <translation>系数(&amp;F)</translation>
    </message>
    <message>
        <source>Shar&amp;e</source>
        <translation>比例(&amp;E)</translation>
    </message>
    <message>
        <source>Every ticked weight becomes 0.</source>
        <translation>每个勾选的权重变为 0。</translation>
    </message>
    <message>
        <source>A row becomes the mean row of its module.</source>
        <translation>行变为其模块的平均行。</translation>
    </message>
</context>
<context>
    <name>cw::TokenStrip</name>
    <message>
        <source>Tokens of the prompt</source>
        <translation>提示的词元</translation>
    </message>
    <message>
        <source>no subject marked</source>
        <translation>未标记主体</translation>
    </message>
    <message>
        <source>subject: %1</source>
        <translation>主体：%1</translation>
    </message>
    <message>
        <source>token %1 of %2: %3; %4</source>
        <translation>第 %1 个词元，共 %2 个：%3；%4</translation>
    </message>
</context>
<context>
    <name>cw::TraceForm</name>
    <message>
        <source>First target</source>
        <translation>第一目标</translation>
    </message>
    <message>
        <source>Second target</source>
        <translation>第二目标</translation>
    </message>
    <message>
        <source>none: P of the first</source>
        <translation>无：取第一目标的 P</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>The answers that are compared, space and all: ␣ stands for a space.</source>
        <translation>要比较的答案，包括空格：␣ 表示空格。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restore the state after one layer</source>
        <translation>恢复一层之后的状态</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Restore the output of the MLPs in a window of layers</source>
        <translation>恢复窗口内各层 MLP 的输出</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Restore the output of the attention modules in a window of layers</source>
        <translation>恢复窗口内各层注意力模块的输出</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>How many layers are restored together for MLP and attention</source>
        <translation>MLP 和注意力一起恢复的层数</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>3 × spread of subjects</source>
        <translation>主体标准差的 3 倍</translation>
    </message>
    <message>
        <source>3 × spread of all tokens</source>
        <translation>全部词元标准差的 3 倍</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Standard deviation of the noise on the subject&apos;s embeddings (Meng et al. 2022)</source>
        <translation>加在主体嵌入上的噪声的标准差（Meng 等，2022）</translation>
    </message>
    <message>
        <source>Standard deviation of the noise</source>
        <translation>噪声的标准差</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>Draws of noise; the effect is their mean, and its error comes from their spread</source>
        <translation>噪声的抽样次数；效应取其均值，误差来自其离散程度</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>样本(&amp;S)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> layers</source>
        <translation> 层</translation>
    </message>
    <message>
        <source>A window of %1 is more than a third of the %2 layers: neighbouring cells show almost the same.</source>
        <translation>窗口 %1 超过 %2 层的三分之一：相邻的格子几乎相同。</translation>
    </message>
</context>
<context>
    <name>cw::TraceJob</name>
    <message>
        <source>Trace “%1”</source>
        <translation>追踪“%1”</translation>
    </message>
    <message>
        <source>The window of %1 layers is more than a third of the model&apos;s %2: cells of neighbouring layers are almost the same.</source>
        <translation>窗口为 %1 层，超过模型 %2 层的三分之一：相邻层的格子几乎相同。</translation>
    </message>
    <message>
        <source>The target “%1” was tokenized by itself, because the prompt&apos;s tokens change with it.</source>
        <translation>目标“%1”已单独分词，因为提示的词元会随它改变。</translation>
    </message>
    <message>
        <source>The target “%1” is %2 tokens: its probability is the product of theirs.</source>
        <translation>目标“%1”有 %2 个词元：其概率为各词元概率之积。</translation>
    </message>
</context>
<context>
    <name>cw::TradeOffPlot</name>
    <message>
        <source>%1: train %2, test %3</source>
        <translation>%1：训练 %2，测试 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>guards broken</source>
        <translation>护栏被突破</translation>
    </message>
    <message>
        <source>90 % of placebos: %1</source>
        <translation>90% 的安慰剂对照：%1</translation>
    </message>
</context>
<context>
    <name>cw::TrainDemoJob</name>
    <message>
        <source>Train a demo model</source>
        <translation>训练演示模型</translation>
    </message>
</context>
<context>
    <name>cw::VotesDialog</name>
    <message>
        <source>&amp;Places</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>P&amp;rompts</source>
        <translation>提示(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Export votes</source>
        <translation>导出投票</translation>
    </message>
    <message>
        <source>JSON: everything that was found (*.json)</source>
        <translation>JSON：找到的全部内容 (*.json)</translation>
    </message>
    <message>
        <source>CSV: one line per place (*.csv)</source>
        <translation>CSV：每个位置一行 (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>直方图(&amp;H)</translation>
    </message>
    <message>
        <source>Export P&amp;icture…</source>
        <translation>导出图片(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>cw::VotesModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>已定位</translation>
    </message>
</context>
<context>
    <name>cw::VotesPlot</name>
    <message>
        <source>%1: %2 votes</source>
        <translation>%1：%2 票</translation>
    </message>
    <message>
        <source>%1, located</source>
        <translation>%1，已定位</translation>
    </message>
    <message>
        <source>No prompt has voted.</source>
        <translation>没有提示投票。</translation>
    </message>
</context>
<context>
    <name>cw::WeightGradientsJob</name>
    <message>
        <source>Gradients of all rows and neurons</source>
        <translation>所有行和神经元的梯度</translation>
    </message>
</context>
<context>
    <name>cw::WeightNormsJob</name>
    <message>
        <source>Norms of all rows and neurons</source>
        <translation>所有行和神经元的范数</translation>
    </message>
</context>
<context>
    <name>cw::WeightRows</name>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>How many prompts voted for it when places were located</source>
        <translation>定位时有多少提示投票给它</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>Euclidean norm of its weights in the checkpoint, without edits</source>
        <translation>其权重在检查点中（不含编辑）的欧几里得范数</translation>
    </message>
    <message>
        <source>Euclidean norm of the gradient of the loss of the prompts that locating reads, in the checkpoint</source>
        <translation>定位所读提示的损失梯度在检查点中的欧几里得范数</translation>
    </message>
</context>
<context>
    <name>cw::WeightTree</name>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>The head is tied to it: what is edited here changes both.</source>
        <translation>输出头与其共享：此处的编辑会同时改变两者。</translation>
    </message>
    <message>
        <source>Hidden units of the MLP: what each writes is a column of mlp.out.</source>
        <translation>MLP 的隐藏单元：每个写出的内容是 mlp.out 的一列。</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效应</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Rows by the weights in each</source>
        <translation>行数 × 每行权重数</translation>
    </message>
    <message>
        <source>The largest effect that the shown trace found in its layer: of attention or of the MLP</source>
        <translation>所示追踪在其层中发现的最大效应：注意力或 MLP</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>How many prompts voted for it, or for something in it, when places were located</source>
        <translation>定位时有多少提示投票给它或其中的部分</translation>
    </message>
    <message>
        <source>How many of its rows, neurons and single weights are ticked</source>
        <translation>其行、神经元和单个权重中有多少被勾选</translation>
    </message>
    <message>
        <source>Euclidean norm of its weights in the checkpoint, without edits</source>
        <translation>其权重在检查点中（不含编辑）的欧几里得范数</translation>
    </message>
    <message>
        <source>Euclidean norm of the gradient of the loss of the prompts that locating reads, in the checkpoint</source>
        <translation>定位所读提示的损失梯度在检查点中的欧几里得范数</translation>
    </message>
</context>
<context>
    <name>cw::WeightsPanel</name>
    <message>
        <source>&amp;Untick All</source>
        <translation>全部取消勾选(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Make Edit</source>
        <translation>生成编辑(&amp;M)</translation>
    </message>
    <message>
        <source>Rows: 7, 9-12</source>
        <translation>行：7, 9-12</translation>
    </message>
    <message>
        <source>Show only what is ticked</source>
        <translation>仅显示已勾选的</translation>
    </message>
    <message>
        <source>Rows or neurons of the chosen module</source>
        <translation>所选模块的行或神经元</translation>
    </message>
    <message>
        <source>Puts the change on the stack of edits, where it can be weakened and taken back</source>
        <translation>将改变放入编辑堆栈，可在那里减弱和撤回</translation>
    </message>
    <message>
        <source>Nothing is ticked</source>
        <translation>未勾选任何内容</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Measures how strongly the prompts that locating reads pull at each row and neuron</source>
        <translation>测量定位所读的提示对每个行和神经元的牵引强度</translation>
    </message>
    <message>
        <source>Votes…</source>
        <translation>投票…</translation>
    </message>
    <message>
        <source>Shows what was located, and the votes of the prompts</source>
        <translation>显示定位结果和各提示的投票</translation>
    </message>
    <message>
        <source>%1 · effect %2</source>
        <translation>%1 · 效应 %2</translation>
    </message>
    <message>
        <source>All rows are shown: write row numbers and ranges, such as 7, 9-12.</source>
        <translation>显示全部行：请写行号和范围，例如 7, 9-12。</translation>
    </message>
</context>
<context>
    <name>cw::WinnersModel</name>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Best place</source>
        <translation>最佳位置</translation>
    </message>
</context>
</TS>
