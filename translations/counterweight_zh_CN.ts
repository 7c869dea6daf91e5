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
        <source>the bar of 7 x is met</source>
        <translation>达到 7 倍的要求</translation>
    </message>
    <message>
        <source>the bar of 7 x is missed</source>
        <translation>未达到 7 倍的要求</translation>
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
        <source>tokenizer of the demo model</source>
        <translation>演示模型的分词器</translation>
    </message>
    <message>
        <source>trace or tokenizer (default: both).</source>
        <translation>trace 或 tokenizer（默认：两者）。</translation>
    </message>
    <message>
        <source>Smaller shapes: seconds instead of minutes.</source>
        <translation>较小的形状：以秒计而非以分钟计。</translation>
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
        <source>%1 has no tokenizer.json; copy it from where the model came from.</source>
        <translation>%1 中没有 tokenizer.json；请从模型的来源处复制一份。</translation>
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
        <source>%1: the rotary scaling &quot;%2&quot; is not known; known are default, linear, dynamic, llama3.</source>
        <translation>%1：未知的旋转位置缩放方式“%2”；支持的有 default、linear、dynamic、llama3。</translation>
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
        <source>%1 holds its weights in PyTorch&apos;s pickle files only; save them as model.safetensors.</source>
        <translation>%1 的权重只存在于 PyTorch 的 pickle 文件中；请将其另存为 model.safetensors。</translation>
    </message>
    <message>
        <source>%1 has neither model.safetensors nor model.safetensors.index.json.</source>
        <translation>%1 中既没有 model.safetensors，也没有 model.safetensors.index.json。</translation>
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
        <source>This version has no verb %1 yet.</source>
        <translation>此版本还没有命令 %1。</translation>
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
        <source>The tokenizer file &quot;%1&quot; cannot be used: its model is of the type &quot;%2&quot;; this program knows BPE and WordLevel.</source>
        <translation>分词器文件“%1”无法使用：其模型类型为“%2”；本程序支持 BPE 和 WordLevel。</translation>
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
        <source>The setting %1 must be a number, not %2.</source>
        <translation>设置 %1 必须是数，而不是 %2。</translation>
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
        <source>%1 is no JSON object (%2, at byte %3).</source>
        <translation>%1 不是 JSON 对象（%2，第 %3 字节处）。</translation>
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
        <source>The numbers of %1 grew beyond their type on the way; compute in fp32.</source>
        <translation>计算过程中 %1 的数值超出了其类型的范围；请用 fp32 计算。</translation>
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
        <source>Writes all logits, [tokens, vocabulary], as safetensors &quot;logits&quot;.</source>
        <translation>将全部 logits（[词元, 词表]）以名称“logits”写入 safetensors 文件。</translation>
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
        <source>Writes the result to a file that ends in .json, .csv, .npz, .svg, .png or .pdf; may be repeated.</source>
        <translation>将结果写入以 .json、.csv、.npz、.svg、.png 或 .pdf 结尾的文件；可重复。</translation>
    </message>
    <message>
        <source>Works without a window and writes into this folder (default without a display: demo-out).</source>
        <translation>不用窗口运行并写入此文件夹（无显示器时默认为 demo-out）。</translation>
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
        <source>The project has no runs yet.</source>
        <translation>该项目还没有运行。</translation>
    </message>
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
</context>
<context>
    <name>Run</name>
    <message>
        <source>A job as data: {&quot;job&quot;: &quot;trace&quot;, &quot;settings&quot;: {...}}.</source>
        <translation>写成数据的任务：{&quot;job&quot;: &quot;trace&quot;, &quot;settings&quot;: {...}}。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Hashing the weights</source>
        <translation>正在计算权重的哈希值</translation>
    </message>
    <message>
        <source>Checking the weights</source>
        <translation>正在检查权重</translation>
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
</context>
<context>
    <name>Tokenize</name>
    <message>
        <source>Folder with tokenizer.json.</source>
        <translation>包含 tokenizer.json 的文件夹。</translation>
    </message>
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
        <source>
* subject   %1 s on %2, %3
</source>
        <translation>
* 主语   %1 秒，%2，%3
</translation>
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
</context>
<context>
    <name>cw::BarsPanel</name>
    <message>
        <source>The probabilities of the targets appear here.</source>
        <translation>目标的概率将显示在这里。</translation>
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
        <source>failed</source>
        <translation>失败</translation>
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
</context>
<context>
    <name>cw::JobsPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在进行的任务。</translation>
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
    <name>cw::PromptPanel</name>
    <message>
        <source>&amp;Trace</source>
        <translation>追踪(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
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
        <source>Mark the subject: drag over the occupation, click a token, or use Shift and the arrow keys.</source>
        <translation>请标记主体：在职业上拖动，单击词元，或使用 Shift 加方向键。</translation>
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
</context>
<context>
    <name>cw::RecentModel</name>
    <message>
        <source>Not found: %1</source>
        <translation>未找到：%1</translation>
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
</context>
<context>
    <name>cw::RunsPanel</name>
    <message>
        <source>Runs of this project</source>
        <translation>此项目的运行</translation>
    </message>
    <message>
        <source>Every trace is kept here with its settings and results.</source>
        <translation>每次追踪都连同其设置和结果保存在这里。</translation>
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
    <name>cw::TrainDemoJob</name>
    <message>
        <source>Train a demo model</source>
        <translation>训练演示模型</translation>
    </message>
</context>
</TS>
